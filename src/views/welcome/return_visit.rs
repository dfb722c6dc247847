//! What waits for somebody who has been here: unfinished assessments to resume, the last result, the next one.

use super::assessments::{another, others};
use crate::draft::{Draft, Step};
use crate::history::{Comparison, Date, Wave, change};
use crate::scoring::score;
use crate::session::{Action, Screen, Session};
use crate::survey::Survey;
use crate::views::frame::section;
use crate::views::icon::role_icon;
use crate::views::markup::Value::{Count, Day, Text};
use crate::views::markup::{Pen, filled};
use crate::views::progress::{count, steps};
use crate::words::Language;

/// The first screen of a later visit.
pub fn return_visit(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell.welcome;
    heading(pen, session);
    pen.el("div.mr-return", |pen| {
        for (at, (key, draft)) in session.drafts.iter().enumerate() {
            draft_card(pen, session, at, key, draft);
        }
        if let Some(wave) = session.history.latest() {
            result_card(pen, session, wave);
        }
    });
    pen.el("div", |pen| {
        pen.key("others");
        if !session.others.is_empty() {
            others(pen, session);
        }
        another(pen);
    });
    pen.when(session.keeping.is_durable(), |pen| {
        section(pen, words.copy, words.copy_note, |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| {
                pen.button("mr-button mr-button-2", words.copy_open, Action::ScreenPicked(Screen::Data));
            });
        });
    });
}

fn heading(pen: &mut Pen, session: &Session) {
    let language = pen.language;
    let words = &language.words.shell.welcome;
    let latest = session.history.latest();
    let (scope, news) = match (session.drafts.as_slice(), latest) {
        ([(_, draft)], _) => {
            let place = place(&session.survey, language, &draft.at);
            (session.scope_of_draft(draft), filled(language, words.waiting, &[("where", Text(&place))]))
        }
        ([], Some(wave)) => (session.scope(), filled(language, words.last_from, &[("date", Day(wave.date))])),
        ([], None) => {
            let count = session.others.len();
            let news = if count == 1 { words.others_one } else { words.others_many };
            ("", filled(language, news, &[("n", Count(count))]))
        }
        (several, _) => ("", filled(language, words.waiting_many, &[("n", Count(several.len()))])),
    };
    if !scope.is_empty() {
        pen.put("p.mr-kicker", scope);
    }
    pen.el("h1.mr-h1#mr-heading[tabindex=-1]", |pen| {
        pen.put("span.mr-sentence", words.back_again);
        pen.text(" ");
        pen.put("span.mr-sentence", &news);
    });
}

/// A step as part of a sentence: `question 10`.
fn place(survey: &Survey, language: &Language, step: &Step) -> String {
    let words = &language.words.shell.welcome;
    match step {
        Step::Item(item) => {
            let number = survey.place(item).map_or(1, |place| place.number);
            filled(language, words.at_question, &[("n", Count(number))])
        }
        Step::Effort => words.at_effort.to_owned(),
        Step::Aim => words.at_aim.to_owned(),
        Step::Review => words.at_review.to_owned(),
    }
}

fn draft_card(pen: &mut Pen, session: &Session, at: usize, key: &str, draft: &Draft) {
    let language = pen.language;
    let words = &language.words.shell.welcome;
    let survey = &*session.survey;
    let again = session.history_of(&draft.assessment).is_some_and(|own| own.baseline().is_some());
    let scope = session.scope_of_draft(draft);
    let (replied, all) = (Count(draft.answers.replied(survey)), Count(survey.item_count()));
    let title = if again { words.draft_again } else { words.draft_first };
    let id = ["mr-draft-", &at.to_string()].concat();
    let resume = filled(language, words.resume, &[("where", Text(&place(survey, language, &draft.at)))]);
    pen.el("section.mr-card mr-card-strong", |pen| {
        pen.key(key);
        pen.set("aria-labelledby", &id);
        let several =
            session.drafts.len() > 1 || !session.others.is_empty() || draft.assessment != session.assessment;
        if several && !scope.is_empty() {
            pen.put("p.mr-kicker", scope);
        }
        pen.el("h2.mr-h2", |pen| {
            pen.set("id", &id);
            pen.text(&filled(language, title, &[("n", replied), ("all", all)]));
        });
        pen.el("div", |pen| {
            steps(pen, &mut survey.items(), &draft.answers, None);
            pen.put("p.mr-small mr-quiet mr-section-tight", &when(survey, language, draft));
        });
        pen.el("dl.mr-minirows", |pen| {
            for (position, role) in survey.roles.iter().enumerate() {
                mini_row(pen, position, &role.name, "", &count(language, &draft.answers, role));
            }
        });
        if again {
            pen.put("p.mr-text mr-small", words.hidden);
        }
        let over = start_over(session, draft);
        if over.is_some() {
            pen.put("p.mr-note", words.start_over_hint);
        }
        pen.el("div.mr-actions", |pen| {
            pen.button("mr-button", &resume, Action::Resumed { key: key.to_owned() });
            if let Some(over) = over {
                pen.button("mr-button mr-button-quiet", words.start_over, over);
            }
        });
    });
}

/// How the unit of a draft is begun anew; nothing where its assessment has to be opened first.
fn start_over(session: &Session, draft: &Draft) -> Option<Action> {
    let scope = session.scope_of_draft(draft).to_owned();
    if draft.assessment == session.assessment {
        Some(Action::Started { scope })
    } else {
        let alone = session.history_of(&draft.assessment).is_none();
        alone.then_some(Action::AssessmentStarted { scope })
    }
}

/// When it was taken up and last touched, and how long the rest may take.
fn when(survey: &Survey, language: &Language, draft: &Draft) -> String {
    let words = &language.words.shell.welcome;
    let mut parts = Vec::new();
    // The name of a draft begins with the day on which it was last taken up.
    if let Some(day) = Date::parse(&draft.id) {
        parts.push(filled(language, words.draft_begun, &[("date", Day(day))]));
    }
    if draft.touched_ms > 0.0 {
        parts.push(filled(
            language,
            words.draft_touched,
            &[("time", Text(&language.time(draft.touched_ms)))],
        ));
    }
    let open = survey.item_count() - draft.answers.replied(survey);
    if open > 0 {
        let minutes = (survey.intro.minutes as usize * open).div_ceil(survey.item_count());
        parts.push(filled(language, words.draft_left, &[("minutes", Count(minutes))]));
    }
    parts.join(" ")
}

fn result_card(pen: &mut Pen, session: &Session, wave: &Wave) {
    let language = pen.language;
    let words = &language.words.shell.welcome;
    let note = match session.history.span() {
        Some((baseline, _)) => filled(language, words.last_note_change, &[("date", Day(baseline.date))]),
        None => words.last_note.to_owned(),
    };
    // One primary button per view: resuming comes before looking back.
    let first = session.drafts.is_empty();
    let (card, opens) = if first {
        ("section.mr-card mr-card-strong", "mr-button")
    } else {
        ("section.mr-card", "mr-button mr-button-2")
    };
    pen.el(card, |pen| {
        pen.key("last");
        pen.set("aria-labelledby", "mr-last");
        // Where several units are in sight, each card says which one it is about.
        let several = !session.others.is_empty() || !first;
        if several && !session.scope().is_empty() {
            pen.put("p.mr-kicker", session.scope());
        }
        pen.say("h2.mr-h2#mr-last", words.last_result, &[("date", Day(wave.date))]);
        pen.el("dl.mr-minirows", |pen| result_rows(pen, session, wave));
        pen.put("p.mr-note", &note);
        pen.el("div.mr-actions", |pen| {
            pen.button(opens, words.open_results, Action::ScreenPicked(Screen::Results));
            if first {
                let again = Action::Started { scope: session.scope().to_owned() };
                pen.button("mr-button mr-button-2", words.again, again);
            }
        });
    });
}

/// Score and change of each role; with two waves like for like, as everywhere (model 2.7).
fn result_rows(pen: &mut Pen, session: &Session, wave: &Wave) {
    let language = pen.language;
    let survey = &*session.survey;
    let compared = session
        .history
        .span()
        .map(|(base, now)| change(survey, &base.answers, &now.answers, &now.weights, Comparison::default()));
    let scores = score(survey, &wave.answers, &wave.weights);
    for (position, role) in survey.roles.iter().enumerate() {
        let figures = match &compared {
            Some(compared) => compared.role(&role.id).map(|pair| (pair.now, language.signed(pair.delta()))),
            None => {
                let figure = scores.role(&role.id).and_then(|role| role.figure.as_ref());
                figure.map(|figure| (figure.points, String::new()))
            }
        };
        match figures {
            Some((points, delta)) => {
                mini_row(pen, position, &role.name, &language.figure(points), &delta);
            }
            None => mini_row(pen, position, &role.name, language.words.shell.welcome.no_score, ""),
        }
    }
}

/// A role, a figure, and something said more quietly; the figure moves to the edge where it stands alone.
fn mini_row(pen: &mut Pen, position: usize, name: &str, figure: &str, aside: &str) {
    let (figure, aside, tone) = if aside.is_empty() {
        (aside, figure, "dd.mr-num mr-nowrap")
    } else {
        (figure, aside, "dd.mr-num mr-quiet mr-nowrap")
    };
    pen.el("div", |pen| {
        pen.el("dt", |pen| {
            pen.el("span.mr-rolecell", |pen| {
                role_icon(pen, position);
                pen.text(name);
            });
        });
        pen.put("dd.mr-num", figure);
        pen.put(tone, aside);
    });
}
