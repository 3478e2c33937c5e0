"""The script of a plan on which a place is picked: a constant, which asks nothing of the network.

A press picks a place; with the keyboard, arrows move the cross (with Shift, farther), and Enter picks.
"""

from __future__ import annotations

SCRIPT = """
const NS = 'http://www.w3.org/2000/svg';
const make = (name, attributes, words) => {
  const one = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  if (words !== undefined) one.textContent = words;
  return one;
};

export default function (component) {
  const {data, parentElement} = component;
  if (!data) return;
  const half = data.half, unit = half / 100;
  let [east, north] = data.at;
  const box = document.createElement('div');
  box.tabIndex = 0;
  box.setAttribute('role', 'application');
  box.setAttribute('aria-label', data.label);
  box.className = 'co-pick';
  const svg = make('svg', {viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`, 'aria-hidden': 'true'});
  const style = document.createElement('style');
  style.textContent = `.co-pick { max-width: 34rem; border: 1px solid currentColor; touch-action: manipulation; }
    .co-pick:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
    .co-pick svg { display: block; width: 100%; aspect-ratio: 1; cursor: crosshair; color: inherit; }
    .co-pick text { font-family: inherit; fill: currentColor; }`;
  const letters = {'font-size': 6.5 * unit, 'text-anchor': 'middle', 'dominant-baseline': 'central'};
  for (const door of data.doors) {
    svg.append(make('rect', {x: door.east - 2 * unit, y: -door.north - 2 * unit, width: 4 * unit, height: 4 * unit,
      fill: 'currentColor'}));
    svg.append(make('text', {...letters, x: door.east, y: -door.north - 5.5 * unit}, door.name));
  }
  for (const point of data.points) {
    svg.append(make('circle', {cx: point.east, cy: -point.north, r: 1.6 * unit, fill: 'none', stroke: 'currentColor',
      'stroke-width': 0.6 * unit}));
    svg.append(make('text', {...letters, x: point.east + 4.5 * unit, y: -point.north}, point.name));
  }
  svg.append(make('path', {d: `M ${-92 * unit} ${90 * unit} h ${data.bar}`, stroke: 'currentColor',
    'stroke-width': unit}));
  svg.append(make('text', {...letters, 'text-anchor': 'start', x: -92 * unit, y: 85 * unit}, data.barLabel));
  const cross = make('g', {stroke: '#D55E00', 'stroke-width': 1.2 * unit});
  cross.append(make('path', {d: `M ${-5 * unit} 0 H ${5 * unit} M 0 ${-5 * unit} V ${5 * unit}`}));
  svg.append(cross);
  const draw = () => cross.setAttribute('transform', `translate(${east} ${-north})`);
  const within = value => Math.max(-half, Math.min(half, value));
  const pick = () => component.setTriggerValue('picked', {row: data.row, east, north});
  svg.addEventListener('click', event => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    [east, north] = [within(at.x), within(-at.y)];
    draw();
    pick();
  });
  box.addEventListener('keydown', event => {
    const by = (event.shiftKey ? 10 : 1) * unit;
    const ways = {ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by]};
    if (event.key === 'Enter') pick();
    else if (ways[event.key]) [east, north] = [within(east + ways[event.key][0]), within(north + ways[event.key][1])];
    else return;
    event.preventDefault();
    draw();
  });
  draw();
  box.append(style, svg);
  parentElement.replaceChildren(box);
}
"""
