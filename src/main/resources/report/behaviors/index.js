'use strict';

(function () {
  const title = 'Features';

  allure.api.addTab('behaviors', {
    title: title,
    icon: 'fa fa-list',
    route: 'behaviors(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
    onEnter: function (testGroup, testResult, testResultTab) {
      return new allure.components.TreeLayout({
        testGroup: testGroup,
        testResult: testResult,
        testResultTab: testResultTab,
        tabName: title,
        baseUrl: 'behaviors',
        url: 'data/behaviors.json',
        csvUrl: 'data/behaviors.csv',
      });
    },
  });

  allure.api.addWidget('widgets', 'behaviors', allure.components.WidgetStatusView.extend({
    rowTag: 'a',
    title: title,
    baseUrl: 'behaviors',
    showLinks: true,
  }));
})();
