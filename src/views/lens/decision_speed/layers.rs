//! The profile of layers: a small pyramid for each team, head on top, the people doing the work below.

use super::page::Page;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::charts::{number, percent};
use crate::views::frame::section as framed;
use crate::views::lens::table::Table;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Short, Text};

/// Distance of two layers, their gap, and how many are drawn before they come closer.
const PITCH: f64 = 17.0;
const GAP: f64 = 3.0;
const TALL: f64 = 8.0;
/// The width of the head in percent.
const HEAD: f64 = 14.0;

/// A team with what is written below its picture.
struct Team {
    name: String,
    people: f64,
    layers: f64,
    span: Option<f64>,
}

/// The teams whose figures are known; not drawn where there is none.
pub(super) fn section(pen: &mut Pen, page: &Page) {
    let flat = &page.own.flatness;
    let (Some(most), Some(least)) = (flat.max_layers, flat.least_layers) else { return };
    let teams = teams(page);
    let [people, least, most] = &[
        (page.forms(Says::People), flat.total),
        (page.forms(Says::Layers), least),
        (page.forms(Says::Layers), most),
    ]
    .map(|(forms, number)| page.counted(forms, number));
    let values =
        [("span", Short(flat.span)), ("people", Text(people)), ("least", Text(least)), ("most", Text(most))];
    let need = page.fill(page.say(Says::LayersNeed), &values);
    let assumed = if flat.span_assumed { page.say(Says::LayersAssumed) } else { "" };
    let note = [page.say(Says::LayersNote), &need, assumed].join(" ");
    framed(pen, page.say(Says::LayersTitle), note.trim_end(), |pen| {
        let chart = page.shown.chart("lens-speed-layers", page.say(Says::LayersChart));
        pen.el("div.mr-layers", |pen| {
            chart.mark(pen);
            for team in &teams {
                pen.el("figure.mr-figurebox mr-layerfig", |pen| {
                    pyramid(pen, team.layers);
                    pen.el("figcaption.mr-section-tight", |pen| {
                        pen.put("b.mr-h3", &team.name);
                        pen.put("p.mr-note mr-num", &said(page, team));
                    });
                });
            }
        });
        chart.save(pen, page.shown.told);
        figures(pen, page, &teams);
    });
}

/// The teams by the rows that could be read, as the results have them.
fn teams(page: &Page) -> Vec<Team> {
    let mut teams = Vec::new();
    let mut read = page.own.flatness.streams.iter();
    for entry in page.rows("layers") {
        let (Some(people), Some(layers)) = (entry.number("headcount"), entry.number("layers")) else {
            continue;
        };
        let span = read.next().and_then(|own| own.implied_span);
        let name = page.shown.row_name("layers", entry.key);
        teams.push(Team { name, people, layers, span });
    }
    teams
}

fn said(page: &Page, team: &Team) -> String {
    let people = page.counted(page.forms(Says::People), team.people);
    let layers = match team.layers {
        0.0 => page.say(Says::NoLayer).to_owned(),
        layers => page.counted(page.forms(Says::Layers), layers),
    };
    match team.span {
        Some(span) => page.fill(
            page.say(Says::PerLead),
            &[("people", Text(&people)), ("layers", Text(&layers)), ("span", Short(span))],
        ),
        None => [&people, ", ", &layers].concat(),
    }
}

fn pyramid(pen: &mut Pen, layers: f64) {
    let rows = layers + 2.0;
    let shrunk = (TALL / rows).min(1.0);
    let pitch = PITCH * shrunk;
    pen.open("svg[width=100%][aria-hidden=true]");
    pen.set("height", &number(pitch * rows));
    for at in 0..rows as u32 {
        let own = f64::from(at);
        let width = HEAD + (100.0 - HEAD) * own / (rows - 1.0);
        pen.open(match own {
            0.0 => "rect.mr-layer-top[rx=2]",
            _ if own + 1.0 < rows => "rect.mr-layer[rx=2]",
            _ => "rect.mr-layer-work[rx=2]",
        });
        pen.set("x", &percent((100.0 - width) / 2.0));
        pen.set("width", &percent(width));
        pen.set("y", &number(pitch * own));
        pen.set("height", &number(pitch - GAP * shrunk));
        pen.close();
    }
    pen.close();
}

/// The same in figures, and those of all teams together.
fn figures(pen: &mut Pen, page: &Page, teams: &[Team]) {
    let flat = &page.own.flatness;
    let result = |name| page.shown.lens.text_of("results", name);
    let mut rows = Vec::new();
    for team in teams {
        let mut row = vec![team.name.clone()];
        for number in [Some(team.people), Some(team.layers), team.span] {
            row.push(number.map_or_else(String::new, |number| page.exact(number)));
        }
        rows.push(row);
    }
    let mut whole = Vec::new();
    for (name, figure) in [
        ("mean_layers", flat.mean_layers),
        ("max_layers", flat.max_layers),
        ("least_layers", flat.least_layers),
        ("excess_layers", flat.excess_layers),
        ("flatness", flat.flatness),
    ] {
        whole.push(vec![result(name).to_owned(), page.known(figure)]);
    }
    let heads = &[
        (page.label("layers", "stream_name"), false),
        (page.label("layers", "headcount"), true),
        (page.label("layers", "layers"), true),
        (result("implied_span"), true),
    ];
    if !pen.has_room() {
        return;
    }
    pen.el("details.mr-more", |pen| {
        pen.put("summary", page.say(Says::LayersOpen));
        Table { caption: page.say(Says::LayersChart), heads, rows, ..Table::default() }.draw(pen);
        let heads = &[(page.say(Says::Figure), false), (page.say(Says::Value), true)];
        Table { caption: page.say(Says::LayersFigures), heads, rows: whole, ..Table::default() }.draw(pen);
    });
}
