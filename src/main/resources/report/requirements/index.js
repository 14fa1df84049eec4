'use strict';

(function () {
  const { OUTCOMES, badge, make, opening, scenarios, tab } = window.chargeproof;

  function entry(term, value, element) {
    return value ? [make('dt', {}, term), make('dd', {}, make(element || 'span', { class: 'cp-value' }, value))] : [];
  }

  function finding(found) {
    return make('div', { class: 'cp-finding' },
      make('p', { class: 'cp-message' }, badge(found.outcome), ' ', found.message),
      make('dl', {}, [
        ...entry('expected', found.expected, 'pre'),
        ...entry('actual', found.actual, 'pre'),
        ...entry('repeated', found.repeated),
        ...found.requests.flatMap((each) =>
          [...entry('curl', each.curl, 'pre'), ...entry('answer', each.answer, 'pre')]),
      ]));
  }

  function detail(requirement, all) {
    const entries = requirement.scenarios.map((place) => typeof place === 'number' ? all[place] : place);
    return make('div', {},
      make('dl', {}, [
        ...entry('reason', requirement.reason),
        ...entry('observed', requirement.observation),
        ...entry('trend', requirement.trend),
        ...entry('source', requirement.source),
        ...entry('decision', requirement.decision),
        ...entry('look at', requirement.lookAt),
        ...entry('strength', strengthInWords(requirement.strength)),
        ...entry('judged', requirement.checks === 1 ? 'once' : requirement.checks + ' times'),
      ]),
      requirement.findings.map(finding),
      requirement.moreFindings ? make('p', {}, 'and ' + requirement.moreFindings + ' more in summary.md') : null,
      entries.length ? make('h4', {}, 'Scenarios') : null,
      entries.length ? scenarios(entries) : null);
  }

  function strengthInWords(strength) {
    if (!strength) {
      return '';
    }
    return 'caught ' + strength.caught + ' of ' + strength.defects + ' seeded '
      + (strength.defects === 1 ? 'defect' : 'defects');
  }

  function strengthCell(strength) {
    const words = strengthInWords(strength);
    const full = strength && strength.caught === strength.defects;
    return make('td', { class: 'cp-strength', 'data-label': 'Strength' },
      words ? make('span', { class: full ? 'cp-full' : 'cp-part' }, words) : make('span', { class: 'cp-none' }, 'not measured'));
  }

  function row(requirement, all) {
    const cells = [
      make('td', { 'data-label': 'Level' }, make('span', { class: 'cp-level' }, requirement.level)),
      make('td', { class: 'cp-statement', 'data-label': 'Requirement' }, requirement.statement,
        requirement.reason ? make('span', { class: 'cp-reason' }, requirement.reason) : null),
      make('td', { 'data-label': 'Outcome' }, badge(requirement.outcome)),
      strengthCell(requirement.strength),
    ];
    const rows = opening(requirement.id, cells, '', () => detail(requirement, all));
    const words = [requirement.id, requirement.level, OUTCOMES[requirement.outcome], requirement.statement,
      requirement.reason || '', ...requirement.findings.map((found) => found.message)];
    return { rows: rows, outcome: requirement.outcome, text: words.join(' ').toLowerCase() };
  }

  function area(entry, all) {
    const lines = entry.requirements.map((requirement) => row(requirement, all));
    const heads = ['ID', 'Level', 'Requirement', 'Outcome', 'Strength'];
    const section = make('section', {},
      make('h2', {}, entry.title),
      make('table', { class: 'cp-table cp-requirements' },
        make('thead', {}, make('tr', {}, heads.map((head) => make('th', { scope: 'col' }, head)))),
        make('tbody', {}, lines.flatMap((line) => line.rows))));
    return { section: section, lines: lines };
  }

  function show(areas, text, outcome) {
    let shown = 0;
    areas.forEach(({ section, lines }) => {
      let any = false;
      lines.forEach((line) => {
        const visible = (!outcome || line.outcome === outcome)
          && text.toLowerCase().split(/\s+/).every((word) => line.text.includes(word));
        line.rows.forEach((each) => each.classList.toggle('cp-filtered', !visible));
        any = any || visible;
        shown += visible ? 1 : 0;
      });
      section.classList.toggle('cp-filtered', !any);
    });
    return shown;
  }

  function outcomeButtons(areas, choose) {
    const counts = {};
    areas.flatMap(({ lines }) => lines).forEach((line) => {
      counts[line.outcome] = (counts[line.outcome] || 0) + 1;
    });
    const buttons = Object.keys(OUTCOMES).filter((outcome) => counts[outcome]).map((outcome) => make('button', {
      type: 'button', class: 'cp-chip', 'aria-pressed': 'false', 'data-outcome': outcome,
      onclick: () => choose(outcome),
    }, badge(outcome), ' ' + counts[outcome]));
    return make('div', { class: 'cp-chips', role: 'group', 'aria-label': 'Show one outcome only' }, buttons);
  }

  function page(data) {
    const areas = data.areas.map((each) => area(each, data.scenarios));
    const all = areas.reduce((sum, { lines }) => sum + lines.length, 0);
    const counter = make('output', { class: 'cp-shown' });
    let chosen = '';
    const box = make('input', { type: 'search', class: 'cp-filter', placeholder: 'Filter by ID, words or outcome',
      'aria-label': 'Filter requirements', oninput: () => update() });
    const chips = outcomeButtons(areas, (outcome) => {
      chosen = chosen === outcome ? '' : outcome;
      update();
    });
    function update() {
      counter.textContent = show(areas, box.value.trim(), chosen) + ' of ' + all + ' shown';
      chips.querySelectorAll('button').forEach((chip) =>
        chip.setAttribute('aria-pressed', String(chip.dataset.outcome === chosen)));
    }
    update();
    return make('div', { class: 'cp-page' },
      make('h1', {}, 'Requirements'),
      make('p', { class: 'cp-headline cp-verdict-' + data.verdict }, data.headline),
      make('div', { class: 'cp-tools' }, box, counter), chips,
      areas.map(({ section }) => section));
  }

  tab('requirements', 'Requirements', 'fa fa-check-square-o', 'data/requirements.json', page);
})();
