'use strict';

(function () {
  const { badge, make } = window.chargeproof;
  const View = Object.getPrototypeOf(allure.components.AppLayout);
  const widgets = allure.api.widgets.widgets;

  // What these say is about scenarios, or nothing; the verdict is about requirements.
  ['summary', 'suites', 'executors'].forEach((name) => delete widgets[name]);

  function requirement(entry) {
    return make('li', {},
      make('p', {}, badge(entry.outcome), ' ', make('a', { href: '#requirements' }, entry.id), ' ',
        make('span', { class: 'cp-level' }, entry.level), ' ', entry.statement),
      entry.message ? make('p', { class: 'cp-message' }, entry.message) : null,
      entry.since ? make('p', { class: 'cp-hint' }, 'broken since ' + entry.since) : null);
  }

  function open(entry) {
    return make('li', {}, make('p', {}, badge(entry.outcome), ' ', entry.reason),
      make('p', { class: 'cp-hint' }, entry.which));
  }

  function list(title, entries, more, line) {
    return entries.length === 0 ? null : make('section', {},
      make('h2', {}, title),
      make('ul', { class: 'cp-front-list' }, entries.map(line)),
      more > 0 ? make('p', {}, make('a', { href: '#requirements' }, 'and ' + more + ' more')) : null);
  }

  function counts(data) {
    return make('table', { class: 'cp-counts' },
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Requirements'),
        data.levels.map((level) => make('th', { scope: 'col' }, level)))),
      make('tbody', {}, data.counts.map((row) => make('tr', {},
        make('th', { scope: 'row' }, badge(row.outcome)),
        row.counts.map((count) => make('td', {}, count === 0 ? '–' : String(count)))))));
  }

  /** A box that has nothing to show isn't shown. */
  function hide(grid, name, empty) {
    const box = grid.querySelector('[data-id="' + name + '"]');
    if (box && empty) {
      box.hidden = true;
    }
  }

  class Verdict extends View {
    constructor(options) {
      super(Object.assign({ className: 'cp-page cp-front' }, options));
      this.template = () => '';
    }

    onRender() {
      const data = this.model.toJSON();
      this.el.append(
        make('h1', { class: 'cp-verdict cp-verdict-' + data.verdict }, data.verdict),
        make('p', { class: 'cp-scope' }, data.scope),
        make('p', { class: 'cp-hint' }, data.target),
        counts(data));
      [list('Broken', data.broken, data.moreBroken, requirement), list('Open', data.open, 0, open)]
        .filter((each) => each).forEach((each) => this.el.append(each));
      // Only then is the box in the page.
      setTimeout(() => this.leadTheGrid(data));
    }

    /** The verdict goes before both columns. A trend of one run is none. */
    leadTheGrid(data) {
      const box = this.el.closest('.widget');
      const grid = box && box.closest('.widgets-grid');
      if (!grid) {
        return;
      }
      grid.prepend(box);
      const plain = data.counts.every((row) => ['conforms', 'observation', 'out-of-scope'].includes(row.outcome));
      hide(grid, 'history-trend', !data.trend);
      hide(grid, 'categories', plain);
    }
  }

  allure.api.addWidget('widgets', 'verdict', Verdict);
})();
