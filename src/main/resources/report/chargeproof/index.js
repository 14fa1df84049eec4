'use strict';

/** What the tabs share: loading data, making elements, listing scenarios. Values go into pages as text only. */
window.chargeproof = (function () {
  const OUTCOMES = {
    'violation': 'violation',
    'harness-error': 'harness error',
    'inconclusive': 'inconclusive',
    'not-tested': 'not tested',
    'warning': 'warning',
    'waived': 'waived',
    'observation': 'observation',
    'conforms': 'conforms',
    'out-of-scope': 'out of scope',
  };

  /** The data of a tab: a file beside the page, or a part of the page where all is in one file. */
  async function load(url) {
    while (window.reportDataReady === false) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    if (window.reportData) {
      const bytes = Uint8Array.from(atob(window.reportData[url]), (character) => character.charCodeAt(0));
      return JSON.parse(new TextDecoder().decode(bytes));
    }
    const answer = await fetch(url);
    if (!answer.ok) {
      throw new Error(url + ': HTTP ' + answer.status);
    }
    return answer.json();
  }

  /** An element with attributes and children; strings become text, null is left out. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => {
      if (key.startsWith('on')) {
        element.addEventListener(key.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value === true ? '' : value);
      }
    });
    children.flat().filter((child) => child !== null && child !== undefined && child !== '')
      .forEach((child) => element.append(child));
    return element;
  }

  function badge(outcome) {
    return make('span', { class: 'cp-badge cp-' + outcome }, OUTCOMES[outcome] || outcome);
  }

  /** One line of a list: a link to the scenario's page, or what is known of one that wasn't executed. */
  function scenario(entry) {
    if (typeof entry === 'string') {
      return make('li', {}, make('span', { class: 'cp-location' }, entry), ' (not executed)');
    }
    const name = entry.uid ? make('a', { href: '#testresult/' + entry.uid }, entry.name) : entry.name;
    return make('li', {}, badge(entry.outcome), ' ', name,
      entry.location ? make('span', { class: 'cp-location' }, entry.location) : null);
  }

  /** A list of scenarios of which the first are shown and the others counted until asked for. */
  function scenarios(entries) {
    const most = 25;
    const list = make('ul', { class: 'cp-scenarios' }, entries.slice(0, most).map(scenario));
    if (entries.length > most) {
      const more = make('button', { type: 'button', class: 'cp-more', onclick: () => {
        more.parentElement.remove();
        list.append(...entries.slice(most).map(scenario));
      } }, 'Show ' + (entries.length - most) + ' more');
      list.append(make('li', {}, more));
    }
    return list;
  }

  /** A row of a table, and a second one below it that its button opens. */
  function opening(label, cells, rowClass, detail) {
    const columns = cells.length + 1;
    const below = make('tr', { class: 'cp-detail', hidden: true });
    const button = make('button', { type: 'button', class: 'cp-open', 'aria-expanded': 'false', onclick: () => {
      const opened = button.getAttribute('aria-expanded') === 'true';
      if (!below.hasChildNodes()) {
        below.append(make('td', { colspan: columns }, detail()));
      }
      button.setAttribute('aria-expanded', String(!opened));
      below.hidden = opened;
    } }, label);
    return [make('tr', { class: rowClass }, make('th', { scope: 'row' }, button), cells), below];
  }

  /** A tab of the report: the data are loaded, then given to a function that makes the content. */
  function tab(name, title, icon, url, content) {
    // Allure keeps its view class to itself; its layout descends from it.
    const View = Object.getPrototypeOf(allure.components.AppLayout);

    class Content extends View {
      constructor(options) {
        super(Object.assign({ className: 'cp-tab' }, options));
        this.template = () => '';
      }

      onRender() {
        this.el.append(content(this.options.data));
      }
    }

    class Layout extends allure.components.AppLayout {
      async loadData() {
        this.data = await load(url);
      }

      getContentView() {
        return new Content({ data: this.data });
      }
    }

    allure.api.addTab(name, { title: title, icon: icon, route: name, onEnter: () => new Layout({ tabName: title }) });
  }

  /** Puts a button that copies beside each command of a card, which the description of a scenario can't bring itself. */
  function offerCopies() {
    document.querySelectorAll('.cp-card dt:not(.cp-copied)').forEach((term) => {
      if (term.textContent !== 'curl') {
        return;
      }
      term.classList.add('cp-copied');
      const command = term.nextElementSibling.textContent;
      const button = make('button', { type: 'button', class: 'cp-copy', onclick: async () => {
        await navigator.clipboard.writeText(command);
        button.textContent = 'copied';
      } }, 'copy');
      term.append(' ', button);
    });
  }

  new MutationObserver(offerCopies).observe(document.documentElement, { childList: true, subtree: true });

  return { OUTCOMES, badge, make, opening, scenarios, tab };
})();
