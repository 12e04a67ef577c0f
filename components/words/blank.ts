// What stands where a list would, while there is none.

export const blank = {
  nothing: 'Use the site as a visitor would',
  nothingMore: 'Fires appear here as they happen.',
  steps: [
    'Answer the consent dialog.',
    'Open the page with the form.',
    'Send the form once, with test data.',
    'Come back here: Problems says what is wrong, and why.',
  ],
  private: 'Nothing leaves this browser.',
  reload: 'Reload to see the whole visit',
  reloadMore: 'Tags that fired while the page loaded were not seen. Fires from now on are listed, but the page cannot be judged.',
  reloadWarn: 'Text typed into a form is lost when the page reloads.',
  reloadDo: 'Reload the page',
  notAllowed: 'Nothing can be recorded here',
  notAllowedMore:
    'Browsers keep extensions away from their own pages, from extension stores and from some built-in viewers. Open a website in this tab, or choose another tab.',
  noTab: 'Choose a tab',
  noTabMore: 'The tab that was shown here is closed.',
  noFires: 'No tag has fired',
  noFiresMore: 'The page is watched. If you expected fires, look for these:',
  noFiresReasons: [
    'The visitor has not agreed in the consent dialog.',
    'A blocker in this browser stops the tags.',
    'The tags wait for the form, a scroll or a click.',
  ],
  paused: 'Recording is paused',
  pausedMore: 'Resume to record what fires from now on.',
  resume: 'Resume recording',
} as const;
