// The button in the toolbar opens the side panel, and closes it again.
void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
