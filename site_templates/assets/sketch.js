/* The first drawing. Plotly is a megabyte of script, which takes its time to start; until it has, its figure (the traces and
   the layout that chart.js gives it) is drawn here, by the same measures, so that nothing moves when Plotly takes over. */
var timelineSketch = (function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg", HALF = Math.sqrt(0.5), SIDE = 2 / Math.sqrt(3);

  /* The outline of a sign about its middle, of radius r: Plotly's symbols, as far as figure.py uses them. */
  function ring(r) { return "m" + r + " 0a" + r + " " + r + " 0 1 1 0 -.01z"; }
  function cross(c) { return "m" + c + " " + c + "l" + -2 * c + " " + -2 * c + "m" + 2 * c + " 0l" + -2 * c + " " + 2 * c; }
  var SIGNS = {
    "circle": ring,
    "circle-open": ring,
    "circle-open-dot": function (r) { return ring(r) + "m" + -r + " -.5l.5 .5l-.5 .5l-.5 -.5z"; },
    "circle-x-open": function (r) { return ring(r) + "m" + -r + " 0" + cross(r * HALF); },
    "diamond": function (r) { var d = 1.3 * r; return "m" + d + " 0l" + -d + " " + d + "l" + -d + " " + -d + "l" + d + " " + -d + "z"; },
    "triangle-right": function (r) { return "m" + -r / 2 + " " + -SIDE * r + "v" + 2 * SIDE * r + "l" + 1.5 * r + " " + -SIDE * r + "z"; },
    "triangle-left": function (r) { return "m" + r / 2 + " " + -SIDE * r + "v" + 2 * SIDE * r + "l" + -1.5 * r + " " + -SIDE * r + "z"; },
    "x-thin": function (r) { return cross(r); },
  };

  function add(parent, tag, attributes, words) {
    var element = document.createElementNS(SVG, tag);
    for (var name in attributes) element.setAttribute(name, attributes[name]);
    if (words !== undefined) element.textContent = words;
    parent.append(element);
    return element;
  }

  /* Draws traces and layout into an element, in place of what was there. */
  return function (onto, traces, layout) {
    var axis = layout.xaxis, top = layout.margin.t, bottom = layout.height, wide = layout.width / (axis.range[1] - axis.range[0]);
    var svg = document.createElementNS(SVG, "svg"), lines = "", ends = "";
    function x(place) { return Math.round(100 * (place - axis.range[0]) * wide) / 100; }
    function y(down) { return top + down; }
    function path(d, attributes) { if (d) add(svg, "path", Object.assign({ d: d, fill: "none" }, attributes)); }
    svg.setAttribute("width", layout.width);
    svg.setAttribute("height", layout.height);
    svg.setAttribute("stroke-miterlimit", 2);
    axis.tickvals.forEach(function (place) {
      lines += "M" + x(place) + " " + top + "V" + bottom;
      ends += "M" + x(place) + " " + (top - 1) + "v" + -axis.ticklen;
    });
    path(lines, { stroke: axis.gridcolor, "shape-rendering": "crispEdges" });
    layout.shapes.forEach(function (shape) {
      var paper = shape.xref === "paper", a = paper ? 0 : x(shape.x0), b = paper ? layout.width : x(shape.x1);
      if (shape.type === "rect") path("M" + a + " " + y(shape.y0) + "H" + b + "V" + y(shape.y1) + "H" + a + "z", { fill: shape.fillcolor });
      else path("M" + a + " " + y(shape.y0) + "L" + b + " " + y(shape.y1), { stroke: shape.line.color, "stroke-width": shape.line.width, "stroke-dasharray": shape.line.dash ? "3,3" : "none" });
    });
    path(ends, { stroke: axis.tickcolor, "shape-rendering": "crispEdges" });
    traces.forEach(function (trace) { path(outline(trace, x, y), look(trace)); });
    var names = add(svg, "g", { fill: layout.font.color, "font-size": layout.font.size, "font-family": layout.font.family });
    axis.tickvals.forEach(function (place, number) {
      axis.ticktext[number].split("<br>").reverse().forEach(function (line, up) {
        add(names, "text", { x: x(place) + 0.5 + axis.ticklabelshift, y: top - axis.ticklen + 0.2 - 1.3 * layout.font.size * up }, line);
      });
    });
    onto.replaceChildren(svg);
  };

  function outline(trace, x, y) {
    var sign = trace.mode === "markers" && SIGNS[trace.marker.symbol](trace.marker.size / 2), d = "", on = false;
    trace.x.forEach(function (place, at) {
      if (place === null) { on = false; return; }
      d += (sign || !on ? "M" : "L") + x(place) + " " + y(trace.y[at]) + (sign || "");
      on = true;
    });
    return d;
  }

  function look(trace) {
    if (trace.fill) return { fill: trace.fillcolor, opacity: trace.opacity };
    var line = trace.line || trace.marker.line, found = { stroke: line.color, "stroke-width": line.width, opacity: trace.opacity === undefined ? 1 : trace.opacity };
    if (trace.line && line.dash !== "solid") found["stroke-dasharray"] = line.dash;
    if (trace.marker && !/open|thin/.test(trace.marker.symbol)) found.fill = trace.marker.color;
    return found;
  }
})();
