//! The table beside the chart: every figure of it, and the overall score last.

use super::goal;
use super::page::{Page, axis_head, tag};
use crate::history::{Difference, Verdict};
use crate::scoring::{CapabilityStatus, Figure, Scores};
use crate::survey::{Capability, Role};
use crate::views::charts::{Strip, strip};
use crate::views::markup::Pen;

/// The table of one wave, or of two side by side.
pub(super) fn table(pen: &mut Pen, page: &Page) {
    let words = page.words;
    // The narrow form shows rows as blocks, which would hide the table from assistive technology; so roles
    // are spelled out.
    let figure = page.chart("capabilities", page.language.words.carry.charts.capabilities);
    pen.el("table.mr-table mr-cardtable[role=table]", |pen| {
        figure.mark(pen);
        let caption = if page.against.is_some() { words.caption_change } else { words.caption };
        pen.put("caption.mr-hidden", caption);
        pen.el("thead[role=rowgroup]", |pen| pen.el("tr[role=row]", |pen| heads(pen, page)));
        pen.el("tbody[role=rowgroup]", |pen| {
            for (position, role) in page.survey.roles.iter().enumerate() {
                role_row(pen, page, role);
                for own in &role.capabilities {
                    pen.el("tr[role=row]", |pen| {
                        capability_row(pen, page, position, own);
                        target(pen, page, || goal::cell(page, &own.id));
                    });
                }
            }
            total_row(pen, page);
        });
    });
    figure.save(pen, page.shown.told);
}

fn heads(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.put(COLUMN, words.capability);
    pen.el("th.mr-col-strip[role=columnheader][scope=col]", |pen| {
        axis_head(pen, page.survey, "span.mr-axishead");
    });
    let [(_, direction, _), (_, delivery, _)] = &page.survey.facets;
    let further: [(&'static str, &str); 4] = match page.against {
        Some(_) => [
            (COLUMN_DROPPED, words.base),
            (COLUMN_OF_NUMBERS, words.now),
            (COLUMN_OF_NUMBERS, words.change),
            (COLUMN, words.verdict),
        ],
        None => [
            (COLUMN_OF_NUMBERS, words.score),
            (COLUMN, words.level),
            (COLUMN_DROPPED, direction),
            (COLUMN_DROPPED, delivery),
        ],
    };
    for (start, name) in further {
        pen.put(start, name);
    }
    if goal::is_set(page) {
        pen.put(COLUMN_OF_TARGETS, words.target);
    }
}

const COLUMN: &str = "th[role=columnheader][scope=col]";
const COLUMN_OF_NUMBERS: &str = "th.mr-n[role=columnheader][scope=col]";
/// A column that the narrow form leaves out.
const COLUMN_DROPPED: &str = "th.mr-n mr-drop[role=columnheader][scope=col]";
const COLUMN_OF_TARGETS: &str = "th.mr-n mr-goal[role=columnheader][scope=col]";
const TARGET: &str = "td.mr-n mr-goal[role=cell]";
const ROW_HEAD: &str = "th[role=rowheader][scope=row]";
const EMPTY_STRIP: &str = "td.mr-col-strip mr-empty[role=cell]";
const NUMBER: &str = "td.mr-n[role=cell]";
const QUIET_NUMBER: &str = "td.mr-n mr-quiet[role=cell]";
const DROPPED: &str = "td.mr-n mr-drop[role=cell]";
const QUIET_DROPPED: &str = "td.mr-n mr-drop mr-quiet[role=cell]";
const LAST: &str = "td.mr-late[role=cell]";
const QUIET_LAST: &str = "td.mr-late mr-quiet[role=cell]";

fn role_row(pen: &mut Pen, page: &Page, role: &Role) {
    pen.el("tr.mr-rolerow[role=row]", |pen| {
        pen.el(ROW_HEAD, |pen| page.role_cell(pen, &role.id));
        pen.put(EMPTY_STRIP, "");
        role_figures(pen, page, role);
        target(pen, page, || goal::share_cell(page, Some(&role.id)));
    });
}

fn role_figures(pen: &mut Pen, page: &Page, role: &Role) {
    if let Some(against) = &page.against {
        return compared(pen, page, against.change.role(&role.id), None);
    }
    let own = page.scores.role(&role.id);
    let level = own.and_then(|own| own.level).map(|reading| page.level(reading));
    let sides = match page.balance.roles.iter().find(|(id, _)| *id == role.id) {
        Some((_, tilt)) => [tilt.direction.as_ref(), tilt.delivery.as_ref()],
        None => [None, None],
    };
    single(pen, page, own.and_then(|own| own.figure.as_ref()), level, sides);
}

/// The last column, once a target is set. Where rows are blocks the figure says what it is.
fn target(pen: &mut Pen, page: &Page, words: impl FnOnce() -> String) {
    if goal::is_set(page) {
        pen.el(TARGET, |pen| {
            pen.put("span.mr-celllabel", page.words.target_label);
            pen.text(&words());
        });
    }
}

fn total_row(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.el("tr.mr-totalrow[role=row]", |pen| {
        pen.put(ROW_HEAD, words.overall);
        pen.put("td.mr-col-strip mr-empty mr-quiet[role=cell]", words.overall_note);
        match &page.against {
            Some(against) => compared(pen, page, against.change.overall, None),
            None => {
                let tilt = &page.balance.overall.tilt;
                let sides = [tilt.direction.as_ref(), tilt.delivery.as_ref()];
                let level = page.scores.overall_level.map(|reading| page.level(reading));
                single(pen, page, page.scores.overall.as_ref(), level, sides);
            }
        }
        target(pen, page, || goal::share_cell(page, None));
    });
}

fn capability_row(pen: &mut Pen, page: &Page, position: usize, own: &Capability) {
    let score = page.scores.capability(&own.id);
    let difference = page.against.as_ref().and_then(|against| against.change.capability(&own.id));
    let open = score.is_some_and(|score| score.status == CapabilityStatus::SingleItem);
    pen.el(ROW_HEAD, |pen| {
        pen.put("span.mr-code", &own.code);
        pen.text(&own.short);
    });
    let Some(figure) = score.and_then(|score| score.figure.as_ref()) else {
        pen.put(EMPTY_STRIP, "");
        return no_figure(pen, page, own);
    };
    pen.el("td.mr-col-strip[role=cell]", |pen| {
        let of = Strip {
            role: position,
            now: Some(figure.points),
            base: difference.map(|difference| difference.base),
            target: goal::target(page, &own.id),
            noise_sd: figure.noise_sd(&page.survey.parameters),
            open,
            ..Strip::default()
        };
        strip(pen, &of);
    });
    if page.against.is_some() {
        return compared(pen, page, difference, Some((own, open)));
    }
    let side = |scores: &Scores| Some(scores.capability(&own.id)?.figure.as_ref()?.points);
    let level = score.and_then(|score| score.level).map_or("", |level| page.level_name(level));
    let sides = [side(&page.balance.direction), side(&page.balance.delivery)];
    numbers(pen, page, Some(figure.points), level, sides, Some((own, open)));
}

/// A capability, and whether it rests on one answer.
type Own<'a> = Option<(&'a Capability, bool)>;

/// Score, level, direction and delivery.
fn single(
    pen: &mut Pen,
    page: &Page,
    figure: Option<&Figure>,
    level: Option<String>,
    sides: [Option<&Figure>; 2],
) {
    let points = |figure: Option<&Figure>| figure.map(|figure| figure.points);
    let level = level.as_deref().unwrap_or(page.words.no_score);
    numbers(pen, page, points(figure), level, sides.map(points), None);
}

fn numbers(pen: &mut Pen, page: &Page, points: Option<f64>, level: &str, sides: [Option<f64>; 2], own: Own) {
    number(pen, NUMBER, points);
    pen.el(LAST, |pen| {
        pen.text(level);
        tags(pen, page, own);
    });
    for side in sides {
        number(pen, DROPPED, side);
    }
}

fn number(pen: &mut Pen, start: &'static str, points: Option<f64>) {
    pen.put(start, &points.map(|points| pen.language.figure(points)).unwrap_or_default());
}

/// Base, now, change and verdict. Where verdicts are withheld, the numbers stand back.
fn compared(pen: &mut Pen, page: &Page, difference: Option<Difference>, own: Own) {
    let Some(difference) = difference else {
        for start in [DROPPED, NUMBER, NUMBER] {
            pen.put(start, "");
        }
        return pen.put(QUIET_LAST, page.words.not_in_both);
    };
    let withheld = difference.verdict == Verdict::Withheld;
    let still = difference.delta().abs() < 0.05;
    number(pen, if withheld { QUIET_DROPPED } else { DROPPED }, Some(difference.base));
    number(pen, if withheld { QUIET_NUMBER } else { NUMBER }, Some(difference.now));
    let change = page.language.signed(difference.delta());
    pen.put(if still || withheld { QUIET_NUMBER } else { NUMBER }, &change);
    pen.el(LAST, |pen| {
        page.verdict(pen, difference);
        tags(pen, page, own);
    });
}

/// The row of a capability without a score says why.
fn no_figure(pen: &mut Pen, page: &Page, own: &Capability) {
    let cells = match page.against {
        Some(_) => [DROPPED, NUMBER, NUMBER, QUIET_LAST],
        None => [NUMBER, QUIET_LAST, DROPPED, DROPPED],
    };
    for start in cells {
        pen.put(start, if start == QUIET_LAST { page.missing(&own.id) } else { "" });
    }
}

/// What an average would hide: evidenced steps, one answer alone, a capability far behind its role.
fn tags(pen: &mut Pen, page: &Page, own: Own) {
    let Some((own, open)) = own else { return };
    let words = page.words;
    let against = page.against.as_ref();
    let evidenced = against.is_some_and(|against| against.change.is_evidenced(page.survey, &own.id));
    let lags = page.scores.lags(page.survey, &own.id);
    let course = page.series.as_ref().and_then(|series| series.capability(&own.id));
    let lasts = course.is_some_and(|course| course.is_sustained);
    for (shown, name) in
        [(lasts, words.lasting), (evidenced, words.evidenced), (open, words.one_answer), (lags, words.lags)]
    {
        if shown {
            pen.text(" ");
            tag(pen, name);
        }
    }
}
