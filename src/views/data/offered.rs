//! What files and links would add, file by file, with the buttons that add it or do not; then what was added.

use crate::history::{Wave, WaveKind};
use crate::session::{
    Action, Flaw, Offer, OfferedFile, OfferedWave, Refusal, Screen, Session, Taken, is_of_team,
};
use crate::views::icon::Icon;
use crate::views::markup::Value::{Count, Text};
use crate::views::markup::{Pen, filled};
use crate::views::notice::{NoticeKind, notice};
use crate::views::results::lost_names;

/// Mistakes of one file that are listed; a damaged history may have thousands.
const FLAWS: usize = 8;
/// More files than this with one assessment each share a table, so that the buttons stay in reach.
const LOT: usize = 5;

/// The preview, where something is offered; else what was added last.
pub(super) fn offered(pen: &mut Pen, session: &Session) {
    if let Some(offer) = &session.offer {
        pen.el("section.mr-offer", |pen| {
            pen.key("offer");
            pen.put("h2.mr-h2#mr-offer[tabindex=-1]", pen.language.words.carry.offered);
            preview(pen, session, offer);
        });
    } else if let Some(taken) = session.taken {
        pen.el("div.mr-offer", |pen| {
            pen.key("added");
            notice(pen, NoticeKind::Plain, Icon::Check, |pen| {
                pen.put("p#mr-offer[tabindex=-1]", &sentence(pen, taken));
                if taken.colleagues > 0 {
                    let to_team = Action::ScreenPicked(Screen::Team);
                    pen.button("mr-button mr-button-2", pen.language.words.carry.to_team, to_team);
                }
            });
        });
    }
}

fn preview(pen: &mut Pen, session: &Session, offer: &Offer) {
    let words = &pen.language.words.carry;
    let brings = |own: &OfferedWave| !session.has_offered(own, offer.as_colleague);
    let is_new = offer.waves().any(brings)
        || offer.files.iter().any(|file| {
            file.drafts.iter().any(|own| !session.has_offered_draft(own))
                || (!offer.as_colleague && file.lenses.iter().any(|own| !session.lenses.has(own)))
                || file.addenda.iter().any(|(wave, own)| {
                    session.addenda.get(wave).is_none_or(|known| known.touched_ms < own.touched_ms)
                })
        });
    pen.when(offer.holds_anything(), |pen| pen.put("p.mr-note", words.offered_note));
    let is_lot = offer.files.iter().filter(|own| is_plain(own)).count() > LOT;
    for own in &offer.files {
        if !(is_lot && is_plain(own)) {
            pen.el("div.mr-block", |pen| file(pen, session, own, offer.as_colleague));
        }
    }
    pen.when(is_lot, |pen| lot(pen, session, offer));
    if offer.waves().any(|own| session.may_be_others(own)) {
        address(pen, offer.as_colleague);
    }
    pen.when(offer.holds_anything() && !is_new, |pen| {
        pen.put("p.mr-text mr-section-tight", words.nothing_new)
    });
    pen.el("div.mr-actions", |pen| {
        if is_new {
            let add = Action::OfferTaken { as_colleague: offer.as_colleague };
            pen.button("mr-button", words.add, add);
            pen.button("mr-button mr-button-2", words.add_nothing, Action::OfferDismissed);
        } else {
            pen.button("mr-button mr-button-2", words.close, Action::OfferDismissed);
        }
    });
}

fn file(pen: &mut Pen, session: &Session, own: &OfferedFile, as_colleague: bool) {
    let words = &pen.language.words.carry;
    let name = match (own.is_link, own.name.is_empty()) {
        (true, _) => words.link_name,
        (_, true) => words.pasted,
        _ => &own.name,
    };
    pen.put("h3.mr-h3 mr-filename", name);
    if let Some(refusal) = own.refusal {
        notice(pen, NoticeKind::Error, Icon::Warning, |pen| pen.put("p", reason(pen, refusal)));
        return;
    }
    if !own.waves.is_empty() || !own.drafts.is_empty() || !own.lenses.is_empty() {
        table(pen, name, |pen| {
            for wave in &own.waves {
                wave_row(pen, session, wave, session.has_offered(wave, as_colleague));
            }
            for draft in &own.drafts {
                let shell = &pen.language.words.shell.data;
                let is_here = session.has_offered_draft(draft);
                let day = crate::history::Date::parse(&draft.id);
                let day = day.map(|day| pen.language.date(day)).unwrap_or_default();
                let whose = draft.respondent.group.as_deref().unwrap_or_default();
                row(pen, [&day, &draft.scope, shell.unfinished, whose], is_here);
            }
            for lens in own.lenses.iter().filter(|_| !as_colleague) {
                let kind = filled(
                    pen.language,
                    pen.language.words.lens.kicker,
                    &[("lens", Text(session.lens_name(&lens.lens)))],
                );
                let day = pen.language.date(lens.date);
                row(pen, [&day, &lens.scope, &kind, words.yours], session.lenses.has(lens));
            }
        });
    } else if own.addenda.is_empty() && own.flaws.is_empty() {
        pen.put("p.mr-text", words.nothing_in_it);
    }
    pen.when(!own.addenda.is_empty(), |pen| {
        counted(pen, "p.mr-note mr-section-tight", words.beside, own.addenda.len())
    });
    lost_names(pen, own.waves.iter().map(|own| own.wave.lost_names(&session.survey)).sum());
    flaws(pen, &own.flaws);
}

/// Whether a file is one assessment without a fault.
fn is_plain(own: &OfferedFile) -> bool {
    own.waves.len() == 1
        && own.drafts.is_empty()
        && own.lenses.is_empty()
        && own.flaws.is_empty()
        && own.refusal.is_none()
}

/// Many files with one assessment each, in one table.
fn lot(pen: &mut Pen, session: &Session, offer: &Offer) {
    let words = &pen.language.words.carry;
    let plain: Vec<&OfferedFile> = offer.files.iter().filter(|own| is_plain(own)).collect();
    let addenda = plain.iter().map(|own| own.addenda.len()).sum();
    pen.el("div.mr-block mr-people", |pen| {
        pen.key("lot");
        pen.say("h3.mr-h3", words.lot, &[("n", Count(plain.len()))]);
        table(pen, words.offered, |pen| {
            for wave in plain.iter().flat_map(|own| &own.waves) {
                wave_row(pen, session, wave, session.has_offered(wave, offer.as_colleague));
            }
        });
        pen.when(addenda > 0, |pen| counted(pen, "p.mr-note mr-section-tight", words.beside, addenda));
    });
}

fn wave_row(pen: &mut Pen, session: &Session, own: &OfferedWave, is_here: bool) {
    let (words, kinds) = (&pen.language.words.carry, &pen.language.words.shell.data);
    let wave: &Wave = &own.wave;
    let kind = match wave.kind {
        WaveKind::Baseline => kinds.baseline,
        WaveKind::Reassessment => kinds.reassessment,
        WaveKind::Pulse => kinds.pulse,
    };
    let is_own = session.history.is_empty() || !session.may_be_others(own);
    let whose = match wave.respondent.group.as_deref() {
        Some(group) if !group.is_empty() => group,
        _ if is_of_team(wave) => words.of_team,
        _ if is_own && !session.history.is_empty() => words.yours,
        _ => words.unnamed,
    };
    row(pen, [&pen.language.date(wave.date), &wave.scope, kind, whose], is_here);
}

/// What a file holds, one thing a row. The narrow form shows rows as blocks, which would hide the table from
/// assistive technology; so roles are spelled out.
fn table(pen: &mut Pen, caption: &str, rows: impl FnOnce(&mut Pen)) {
    pen.el("table.mr-table mr-offered[role=table]", |pen| {
        pen.put("caption.mr-hidden", caption);
        pen.el("thead[role=rowgroup]", |pen| {
            pen.el("tr[role=row]", |pen| {
                for name in &pen.language.words.carry.columns {
                    pen.put("th[role=columnheader][scope=col]", name);
                }
            });
        });
        pen.el("tbody[role=rowgroup]", rows);
    });
}

fn row(pen: &mut Pen, [date, scope, kind, whose]: [&str; 4], is_here: bool) {
    let (words, shell) = (&pen.language.words.carry, &pen.language.words.shell.data);
    let scope = if scope.is_empty() { shell.no_scope } else { scope };
    let whose = if whose.is_empty() { words.unnamed } else { whose };
    pen.el("tr[role=row]", |pen| {
        pen.put("th.mr-nowrap[role=rowheader][scope=row]", date);
        for (text, column) in [scope, kind, whose].into_iter().zip(words.columns.iter().skip(1)) {
            pen.el("td[role=cell]", |pen| {
                // Where rows are blocks, each says what it is.
                pen.put("span.mr-celllabel", &[column, ": "].concat());
                pen.text(text);
            });
        }
        pen.put("td[role=cell]", if is_here { words.is_here } else { words.is_new });
    });
}

fn flaws(pen: &mut Pen, flaws: &[Flaw]) {
    let words = &pen.language.words.carry;
    if flaws.is_empty() {
        return;
    }
    notice(pen, NoticeKind::Error, Icon::Warning, |pen| {
        counted(pen, "p", words.flaws, flaws.len());
        pen.el("ul.mr-reasons", |pen| {
            for own in flaws.iter().take(FLAWS) {
                let place = if own.pointer.is_empty() { words.whole_file } else { &own.pointer };
                let values =
                    [("message", Text(&own.message)), ("code", Text(own.code)), ("place", Text(place))];
                pen.say("li", words.flaw, &values);
            }
        });
        pen.when(flaws.len() > FLAWS, |pen| {
            pen.say("p", words.more_flaws, &[("n", Count(flaws.len() - FLAWS))]);
        });
    });
}

fn reason(pen: &Pen, refusal: Refusal) -> &'static str {
    let words = &pen.language.words.carry;
    match refusal {
        Refusal::TooLarge => words.too_large,
        Refusal::Unreadable => words.unreadable,
        Refusal::TooMany => words.too_many,
        Refusal::DamagedLink => words.link_damaged,
        Refusal::NewerLink => words.link_newer,
        Refusal::OtherSurvey => words.link_other,
    }
}

/// Where waves of other people are to stand.
fn address(pen: &mut Pen, as_colleague: bool) {
    let words = &pen.language.words.carry;
    pen.el("fieldset.mr-field mr-section-tight", |pen| {
        pen.put("legend.mr-label", words.whose);
        pen.el("div.mr-choices mr-choices-alt", |pen| {
            for (text, value) in [(words.as_colleague, true), (words.as_own, false)] {
                pen.el("label.mr-choice", |pen| {
                    let action = Action::OfferAddressed { as_colleague: value };
                    pen.radio("mr-whose", as_colleague == value, None, action);
                    pen.put("span", text);
                });
            }
        });
    });
}

fn counted(pen: &mut Pen, start: &'static str, [one, many]: [&str; 2], number: usize) {
    pen.say(start, if number == 1 { one } else { many }, &[("n", Count(number))]);
}

/// `Added: two assessments, one unfinished assessment.`
fn sentence(pen: &Pen, taken: Taken) -> String {
    let (language, words) = (pen.language, &pen.language.words.carry);
    let mut parts = Vec::new();
    for ([one, many], number) in [
        (words.waves, taken.waves),
        (words.colleagues, taken.colleagues),
        (words.drafts, taken.drafts),
        (words.addenda, taken.addenda),
        (words.lenses, taken.lenses),
    ] {
        if number > 0 {
            let message = if number == 1 { one } else { many };
            parts.push(filled(language, message, &[("n", Count(number))]));
        }
    }
    if parts.is_empty() {
        return words.added_nothing.to_owned();
    }
    filled(language, words.added, &[("what", Text(&parts.join(", ")))])
}
