'use strict';

(function () {
  const { make, opening, scenarios, tab } = window.chargeproof;

  const STANDING = {
    listed: ['documented', 'cp-listed'],
    unlisted: ['not documented', 'cp-unlisted'],
    general: ['of any call, allowed', 'cp-open-standing'],
    open: ['nothing documented', 'cp-open-standing'],
    missing: ['documented, never occurred', 'cp-missing'],
  };

  function standing(kind) {
    const [words, style] = STANDING[kind];
    return make('td', { 'data-label': 'Documented' }, make('span', { class: 'cp-standing ' + style }, words));
  }

  function bar(count, greatest) {
    const share = Math.max(1, Math.round(100 * count / greatest));
    return make('td', { class: 'cp-count', 'data-label': 'Count' },
      make('span', { class: 'cp-number' }, String(count)),
      make('span', { class: 'cp-bar', 'aria-hidden': 'true' },
        make('span', { style: 'width:' + (count === 0 ? 0 : share) + '%' })));
  }

  function detail(answer, all) {
    const entries = answer.scenarios.map((place) => all[place]);
    return make('div', {},
      entries.length ? scenarios(entries) : null,
      answer.outside ? make('p', {}, answer.outside + ' of them outside of scenarios: preflight, control or restoring') : null);
  }

  function number(value, none) {
    return value === null || value === undefined ? none : String(value);
  }

  function answerRow(answer, withCode, greatest, all) {
    const cells = [
      withCode ? make('td', { 'data-label': answer.status ? 'Result code' : null },
        number(answer.code, answer.status ? 'none' : '–')) : null,
      bar(answer.count, greatest),
      standing(answer.documented),
    ].filter(Boolean);
    const label = answer.status ? 'HTTP ' + answer.status : 'no answer';
    return opening(label, cells, answer.documented === 'unlisted' ? 'cp-row-unlisted' : '', () => detail(answer, all));
  }

  function missingRow(code, withCode, greatest) {
    return make('tr', { class: 'cp-row-missing' },
      make('th', { scope: 'row' }, withCode ? '–' : 'HTTP ' + code),
      withCode ? make('td', { 'data-label': 'Result code' }, String(code)) : null,
      bar(0, greatest),
      standing('missing'));
  }

  /** What occurred and what didn't in one list, by code; what has none comes last. */
  function inOrder(entry, withCode) {
    const key = (answer) => number(withCode ? answer.code : answer.status, Infinity);
    const occurred = entry.answers.map((answer) => ({ key: Number(key(answer)), answer: answer }));
    const missing = entry.missing.map((code) => ({ key: code, code: code, missing: true }));
    return occurred.concat(missing).sort((one, other) => one.key - other.key || 0);
  }

  function operation(entry, withCode, all) {
    const total = entry.answers.reduce((sum, answer) => sum + answer.count, 0);
    const greatest = Math.max(1, ...entry.answers.map((answer) => answer.count));
    const heads = ['HTTP status', withCode ? 'Result code' : null, 'Count', 'Documented'].filter(Boolean);
    return make('section', { class: 'cp-operation' },
      make('h3', {}, entry.operation, make('span', { class: 'cp-total' },
        total + (total === 1 ? ' request' : ' requests'))),
      make('table', { class: 'cp-table cp-codes' },
        make('thead', {}, make('tr', {}, heads.map((head) => make('th', { scope: 'col' }, head)))),
        make('tbody', {}, inOrder(entry, withCode).flatMap((row) => row.missing
          ? [missingRow(row.code, withCode, greatest)]
          : answerRow(row.answer, withCode, greatest, all)))));
  }

  function api(entry, all) {
    const withCode = entry.api === 'oioi';
    return make('section', {},
      make('h2', {}, entry.title),
      make('p', { class: 'cp-hint' }, withCode
        ? 'The documents list result codes for each call; in place of one a more general code may come (100, 200).'
        : 'The documents list the HTTP statuses 200, 400 and 403.'),
      entry.operations.map((each) => operation(each, withCode, all)));
  }

  tab('codes', 'Codes', 'fa fa-hashtag', 'data/codes.json', (data) => make('div', { class: 'cp-page' },
    make('h1', {}, 'Codes'),
    make('p', { class: 'cp-hint' }, 'What each operation answered, how often, and which documented codes never '
      + 'occurred. Open a row for the scenarios behind it.'),
    data.apis.map((each) => api(each, data.scenarios))));
})();
