//! The table beside the chart: every figure of it, and the overall score last.

use super::page::{Page, axis_head, tag};
use crate::history::Difference;
use crate::scoring::{CapabilityScore, CapabilityStatus, Figure, LevelReading};
use crate::survey::{Capability, Role};
use crate::views::charts::{Strip, strip};
use crate::views::markup::{el, text, with};
use yew::Html;

/// The table of one wave, or of two side by side.
pub(super) fn table(page: &Page) -> Html {
    let words = page.words;
    let strip_head = axis_head(page.survey, "mr-axishead");
    let mut heads = vec![column("", vec![text(words.capability)]), column("mr-col-strip", vec![strip_head])];
    let further: &[(&'static str, &str)] = match page.against {
        Some(_) => {
            &[("mr-n mr-drop", words.base), ("mr-n", words.now), ("mr-n", words.change), ("", words.verdict)]
        }
        None => {
            let [(_, direction, _), (_, delivery, _)] = &page.survey.facets;
            &[
                ("mr-n", words.score),
                ("", words.level),
                ("mr-n mr-drop", direction),
                ("mr-n mr-drop", delivery),
            ]
        }
    };
    heads.extend(further.iter().map(|(class, name)| column(class, vec![text((*name).to_owned())])));
    let mut rows = Vec::new();
    for (position, role) in page.survey.roles.iter().enumerate() {
        rows.push(role_row(page, role));
        rows.extend(role.capabilities.iter().map(|own| capability_row(page, position, own)));
    }
    rows.push(total_row(page));
    let caption = if page.against.is_some() { words.caption_change } else { words.caption };
    with(
        "table",
        &["class", "role"],
        vec!["mr-table mr-cardtable".into(), "table".into()],
        vec![
            el("caption", "mr-hidden", vec![text(caption)]),
            group("thead", vec![row("", heads)]),
            group("tbody", rows),
        ],
    )
}

fn role_row(page: &Page, role: &Role) -> Html {
    let mut cells = vec![row_head(vec![page.role_cell(&role.id)]), cell("mr-col-strip mr-empty", Vec::new())];
    match &page.against {
        Some(against) => cells.extend(compared(page, against.change.role(&role.id), Vec::new())),
        None => {
            let own = page.scores.role(&role.id);
            let tilt = page.balance.roles.iter().find(|(id, _)| *id == role.id).map(|(_, tilt)| tilt);
            cells.extend(figures(
                page,
                own.and_then(|own| own.figure.as_ref()),
                own.and_then(|own| own.level),
                tilt.map(|tilt| [tilt.direction.as_ref(), tilt.delivery.as_ref()]).unwrap_or_default(),
            ));
        }
    }
    row("mr-rolerow", cells)
}

fn total_row(page: &Page) -> Html {
    let words = page.words;
    let mut cells = vec![
        row_head(vec![text(words.overall)]),
        cell("mr-col-strip mr-empty mr-quiet", vec![text(words.overall_note)]),
    ];
    match &page.against {
        Some(against) => cells.extend(compared(page, against.change.overall, Vec::new())),
        None => {
            let tilt = &page.balance.overall.tilt;
            let sides = [tilt.direction.as_ref(), tilt.delivery.as_ref()];
            cells.extend(figures(page, page.scores.overall.as_ref(), page.scores.overall_level, sides));
        }
    }
    row("mr-totalrow", cells)
}

fn capability_row(page: &Page, position: usize, own: &Capability) -> Html {
    let score = page.scores.capability(&own.id);
    let figure = score.and_then(|score| score.figure.as_ref());
    let code = el("span", "mr-code", vec![text(own.code.clone())]);
    let mut cells = vec![row_head(vec![code, text(own.short.clone())])];
    let difference = page.against.as_ref().and_then(|against| against.change.capability(&own.id));
    let open = score.is_some_and(|score| score.status == CapabilityStatus::SingleItem);
    let Some(figure) = figure else {
        cells.push(cell("mr-col-strip mr-empty", Vec::new()));
        return row("", no_figure(page, own, cells));
    };
    let strip = strip(Strip {
        role: position,
        now: Some(figure.points),
        base: difference.map(|difference| difference.base),
        noise_sd: figure.noise_sd(&page.survey.parameters),
        open,
        label: None,
    });
    cells.push(cell("mr-col-strip", vec![strip]));
    let tags = tags(page, own, open);
    match page.against {
        Some(_) => cells.extend(compared(page, difference, tags)),
        None => cells.extend(single(page, own, score, figure, tags)),
    }
    row("", cells)
}

/// Score, level and both sides of a capability.
fn single(
    page: &Page,
    own: &Capability,
    score: Option<&CapabilityScore>,
    figure: &Figure,
    tags: Vec<Html>,
) -> [Html; 4] {
    let level = score.and_then(|score| score.level).map_or("", |level| page.level_name(level));
    let side = |scores: &crate::scoring::Scores| points(page, scores.capability(&own.id)?.figure.as_ref()?);
    let mut named = vec![text(level.to_owned())];
    named.extend(tags);
    [
        cell("mr-n", vec![text(page.language.figure(figure.points))]),
        cell("mr-late", named),
        cell("mr-n mr-drop", side(&page.balance.direction).into_iter().collect()),
        cell("mr-n mr-drop", side(&page.balance.delivery).into_iter().collect()),
    ]
}

/// Score, level, direction and delivery of a role or overall.
fn figures(
    page: &Page,
    figure: Option<&Figure>,
    level: Option<LevelReading>,
    sides: [Option<&Figure>; 2],
) -> Vec<Html> {
    let number =
        |figure: Option<&Figure>| figure.and_then(|figure| points(page, figure)).into_iter().collect();
    let [direction, delivery] = sides;
    let level = level.map_or_else(|| page.words.no_score.to_owned(), |reading| page.level(reading));
    vec![
        cell("mr-n", number(figure)),
        cell("mr-late", vec![text(level)]),
        cell("mr-n mr-drop", number(direction)),
        cell("mr-n mr-drop", number(delivery)),
    ]
}

/// Base, now, change and verdict. Where verdicts are withheld, the numbers stand back.
fn compared(page: &Page, difference: Option<Difference>, tags: Vec<Html>) -> Vec<Html> {
    let Some(difference) = difference else {
        return vec![
            cell("mr-n mr-drop", Vec::new()),
            cell("mr-n", Vec::new()),
            cell("mr-n", Vec::new()),
            cell("mr-late mr-quiet", vec![text(page.words.not_in_both)]),
        ];
    };
    let withheld = difference.verdict == crate::history::Verdict::Withheld;
    let still = difference.delta().abs() < 0.05;
    let class = |usual, quiet| if withheld { quiet } else { usual };
    let mut verdict = vec![page.verdict(difference)];
    verdict.extend(tags);
    vec![
        cell(
            class("mr-n mr-drop", "mr-n mr-drop mr-quiet"),
            vec![text(page.language.figure(difference.base))],
        ),
        cell(class("mr-n", "mr-n mr-quiet"), vec![text(page.language.figure(difference.now))]),
        cell(
            if still || withheld { "mr-n mr-quiet" } else { "mr-n" },
            vec![text(page.language.signed(difference.delta()))],
        ),
        cell("mr-late", verdict),
    ]
}

/// The row of a capability without a score says why.
fn no_figure(page: &Page, own: &Capability, mut cells: Vec<Html>) -> Vec<Html> {
    let why = cell("mr-late mr-quiet", vec![text(page.missing(&own.id))]);
    let empty = |class| cell(class, Vec::new());
    cells.extend(match page.against {
        Some(_) => [empty("mr-n mr-drop"), empty("mr-n"), empty("mr-n"), why],
        None => [empty("mr-n"), why, empty("mr-n mr-drop"), empty("mr-n mr-drop")],
    });
    cells
}

/// What an average would hide: evidenced steps, one answer alone, a capability far behind its role.
fn tags(page: &Page, own: &Capability, open: bool) -> Vec<Html> {
    let words = page.words;
    let against = page.against.as_ref();
    let evidenced = against.is_some_and(|against| against.change.is_evidenced(page.survey, &own.id));
    let lags = page.scores.lags(page.survey, &own.id);
    [(evidenced, words.evidenced), (open, words.one_answer), (lags, words.lags)]
        .into_iter()
        .filter(|(shown, _)| *shown)
        .flat_map(|(_, name)| [text(" "), tag(name)])
        .collect()
}

fn points(page: &Page, figure: &Figure) -> Option<Html> {
    Some(text(page.language.figure(figure.points)))
}

// The narrow form shows rows as blocks, which would hide the table from assistive technology; so roles are
// spelled out.
fn group(name: &'static str, rows: Vec<Html>) -> Html {
    with(name, &["role"], vec!["rowgroup".into()], rows)
}

fn row(class: &'static str, cells: Vec<Html>) -> Html {
    with("tr", &["class", "role"], vec![class.into(), "row".into()], cells)
}

fn column(class: &'static str, children: Vec<Html>) -> Html {
    let values = vec![class.into(), "columnheader".into(), "col".into()];
    with("th", &["class", "role", "scope"], values, children)
}

fn row_head(children: Vec<Html>) -> Html {
    with("th", &["role", "scope"], vec!["rowheader".into(), "row".into()], children)
}

fn cell(class: &'static str, children: Vec<Html>) -> Html {
    with("td", &["class", "role"], vec![class.into(), "cell".into()], children)
}
