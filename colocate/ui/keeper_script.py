"""The script that keeps cases in the reader's own browser (IndexedDB): a constant, which asks nothing of the network.

What it is told: `put` a case, `get` one by its key, `list` all, `drop` some, `keep` or `ask` for what is unfinished, by
a name: answers, an edit. What it says: `kept` (or refused), `found`, `listed`, `drafts`. Every version of a case is an
entry of its own; one that another tab has written meanwhile is moved aside and not overwritten. What is unfinished has
an entry for each tab.
"""

from __future__ import annotations

SCRIPT = """
const MOST = 40, BYTES = 60e6, DRAFTS = 20;
const done = new Set();
const once = name => done.has(name) ? false : (done.add(name), true);

const opened = () => new Promise((good, bad) => {
  const asked = indexedDB.open('colocate', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('cases', {keyPath: 'key'});
    asked.result.createObjectStore('answers', {keyPath: 'key'});
  };
  asked.onsuccess = () => good(asked.result);
  asked.onerror = () => bad(asked.error);
  asked.onblocked = () => bad(new Error('blocked'));
});

const within = async (store, mode, work) => {
  const base = await opened();
  try {
    return await new Promise((good, bad) => {
      const act = base.transaction(store, mode);
      let result;
      act.oncomplete = () => good(result);
      act.onerror = () => bad(act.error);
      act.onabort = () => bad(act.error);
      work(act.objectStore(store), found => { result = found; });
    });
  } finally { base.close(); }
};

const every = () => within('cases', 'readonly', (cases, give) => {
  cases.getAll().onsuccess = event => give(event.target.result);
});

const put = one => within('cases', 'readwrite', cases => {
  cases.getAll().onsuccess = event => {
    const now = Date.now();
    let all = event.target.result;
    const there = all.find(other => other.key === one.version);
    if (there && there.digest !== one.digest && there.digest !== one.before) {
      const aside = {...there, key: there.version + ' ' + there.at, older: false};
      cases.put(aside);
      all.push(aside);
    }
    for (const other of all) {
      if (other.key !== one.version && other.tab === one.tab && other.name === one.name && !other.older) {
        cases.put({...other, older: true});
      }
    }
    const {before, ...kept} = one;
    cases.put({...kept, key: one.version, at: now, size: one.content.length, older: false});
    all = all.filter(other => other.key !== one.version)
      .sort((a, b) => b.older === a.older ? b.at - a.at : a.older - b.older);
    let bytes = one.content.length, count = 1;
    for (const other of all) {
      bytes += other.size; count += 1;
      if (bytes > BYTES || count > MOST) cases.delete(other.key);
    }
  };
});

const drop = async keys => {
  const all = keys.includes('*');
  await within('cases', 'readwrite', cases => {
    if (all) cases.clear(); else keys.forEach(key => cases.delete(key));
  });
  if (all) await within('answers', 'readwrite', answers => { answers.clear(); });
};

const got = key => within('cases', 'readonly', (cases, give) => {
  cases.get(key).onsuccess = event => give(event.target.result);
});

const listed = async () => (await every()).filter(one => !one.older).sort((a, b) => b.at - a.at)
  .map(({key, version, name, title, at, size}) => ({key, version, name, title, at, size}));

const LOCK = 'colocate tab ';
const fresh = () => Math.random().toString(36).slice(2);
const open = async () => navigator.locks ? (await navigator.locks.query()).held.map(one => one.name) : [];

const tab = (async () => {
  // The name of this tab stays over F5. One that was doubled finds its name taken, and gets another.
  let name = sessionStorage.getItem(LOCK);
  if (!name || (await open()).includes(LOCK + name)) name = fresh();
  sessionStorage.setItem(LOCK, name);
  if (navigator.locks) navigator.locks.request(LOCK + name, () => new Promise(() => {}));
  return name;
})().catch(fresh);

const drafts = async name => {
  const mine = await tab, others = await open();
  const found = (await within('answers', 'readonly', (all, give) => {
    all.getAll().onsuccess = event => give(event.target.result);
  })).filter(one => one.name === name).sort((a, b) => b.at - a.at);
  let own = found.find(one => one.tab === mine);
  if (!own && (own = found.find(one => !others.includes(LOCK + one.tab)))) {  // of a tab that was closed
    await within('answers', 'readwrite', all => {
      all.delete(own.key);
      all.put({...own, key: name + ' ' + mine, tab: mine});
    });
  }
  return [own, ...found.filter(one => one !== own)].filter(one => one)
    .map(one => ({key: one.key, text: one.text, own: one === own}));
};

const keepDrafts = async every => {
  const mine = await tab;
  await within('answers', 'readwrite', all => {
    for (const {name, text, aside} of every) {
      const by = mine + aside, key = name + ' ' + by;
      if (text) all.put({key, name, tab: by, text, at: Date.now()}); else all.delete(key);
    }
    all.getAll().onsuccess = event => {
      let bytes = 0;
      event.target.result.sort((a, b) => b.at - a.at).forEach((one, place) => {
        bytes += (one.text || '').length;
        if (place >= DRAFTS || bytes > BYTES) all.delete(one.key);
      });
    };
  });
};

const atRest = async () => {
  // What is said while a run is under way carries controls that the page is about to leave.
  for (let quiet = 0, waited = 0; quiet < 3 && waited < 200; waited += 1) {
    await new Promise(go => setTimeout(go, 50));
    quiet = document.querySelector('[data-testid="stApp"][data-test-script-state="running"]') ? 0 : quiet + 1;
  }
};

export default function (component) {
  const {data, setStateValue} = component;
  if (!data) return;
  const say = async (name, what) => { await atRest(); component.setTriggerValue(name, what); };
  const act = async () => {
    if (data.drop && once('drop ' + data.tab + data.drop.number)) await drop(data.drop.keys);
    if (data.put && once('put ' + data.put.tab + data.put.digest)) {
      try {
        await put(data.put);
        await say('kept', {version: data.put.version, digest: data.put.digest});
      } catch (error) {
        await say('kept', {version: data.put.version, digest: data.put.digest, refused: true});
      }
    }
    if (data.get && once('get ' + data.tab + data.get.number)) {
      const one = await got(data.get.key).catch(() => undefined);
      await say('found', one ? {key: data.get.key, name: one.name, content: one.content} : {key: data.get.key});
    }
    if (data.ask && once('ask ' + data.tab + data.ask)) {
      const found = await drafts(data.ask).catch(() => []);
      await say('drafts', {name: data.ask, found});
    }
    if (data.keep && once('keep ' + data.tab + data.keep.number)) await keepDrafts(data.keep.every);
    if (data.list) setStateValue('listed', await listed());
  };
  act().catch(error => {
    if (once('refused ' + data.tab)) say('kept', {refused: true});
  });
}
"""
