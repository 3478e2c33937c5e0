"""The script that keeps cases in the reader's own browser (IndexedDB): a constant, which asks nothing of the network.

What it is told: `put` a case, `get` one by its key, `list` all, `drop` some, keep or `ask` for unfinished answers. What
it says: `kept` (or refused), `found`, `listed`, `answers`. Every version of a case is an entry of its own; one that
another tab has written meanwhile is moved aside and not overwritten.
"""

from __future__ import annotations

SCRIPT = """
const MOST = 40, BYTES = 60e6;
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

const drop = keys => within('cases', 'readwrite', cases => {
  if (keys.includes('*')) cases.clear(); else keys.forEach(key => cases.delete(key));
});

const got = key => within('cases', 'readonly', (cases, give) => {
  cases.get(key).onsuccess = event => give(event.target.result);
});

const listed = async () => (await every()).filter(one => !one.older).sort((a, b) => b.at - a.at)
  .map(({key, version, name, title, at, size}) => ({key, version, name, title, at, size}));

const answered = () => within('answers', 'readonly', (answers, give) => {
  answers.get('answers').onsuccess = event => give(event.target.result);
});

const answer = text => within('answers', 'readwrite', answers => {
  if (text) answers.put({key: 'answers', text}); else answers.delete('answers');
});

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
    if (data.ask && once('ask ' + data.tab)) {
      const one = await answered().catch(() => undefined);
      await say('answers', {text: one ? one.text : ''});
    }
    if (data.answers !== null && once('answers ' + data.tab + data.answers.number)) await answer(data.answers.text);
    if (data.list) setStateValue('listed', await listed());
  };
  act().catch(error => {
    if (once('refused ' + data.tab)) say('kept', {refused: true});
  });
}
"""
