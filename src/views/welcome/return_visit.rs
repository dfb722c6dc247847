//! What waits for somebody who has been here: unfinished assessments to resume, the last result, the next one.

use super::section;
use crate::draft::{Draft, Step};
use crate::history::{Comparison, Date, Wave, change};
use crate::scoring::score;
use crate::session::{Action, Screen, Session};
use crate::survey::{RoleId, Survey};
use crate::views::frame::button;
use crate::views::icon::role_icon;
use crate::views::progress::{count, steps};
use crate::words::{Language, fill};
use yew::prelude::*;

/// The first screen of a later visit.
pub fn return_visit(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell.welcome;
    let drafts = session.drafts.iter().enumerate();
    let cards = drafts.map(|(at, (key, draft))| draft_card(session, language, on_action, at, key, draft));
    let kept = session.keeping.is_durable();
    let to_data = Action::ScreenPicked(Screen::Data);
    html! {<>
        {heading(session, language)}
        <div class="mr-return">
            {for cards}
            if let Some(wave) = session.history.latest() {
                {result_card(session, language, on_action, wave)}
            }
        </div>
        if kept {
            {section(words.copy, Some(words.copy_note), html! {
                <div class="mr-actions mr-actions-top">
                    {button("mr-button mr-button-2", words.copy_open, on_action, to_data)}
                </div>
            })}
        }
        {super::sources(&session.survey, language)}
    </>}
}

fn heading(session: &Session, language: &Language) -> Html {
    let words = &language.words.shell.welcome;
    let latest = session.history.latest();
    let (scope, news) = match (session.drafts.as_slice(), latest) {
        ([(_, draft)], _) => {
            let place = place(&session.survey, language, &draft.at);
            (draft.scope.as_str(), fill(words.waiting, &[("where", &place)]))
        }
        ([], Some(wave)) => {
            (wave.scope.as_str(), fill(words.last_from, &[("date", &language.date(wave.date))]))
        }
        (several, _) => ("", fill(words.waiting_many, &[("n", &language.whole(several.len() as f64))])),
    };
    html! {<>
        if !scope.is_empty() { <p class="mr-kicker">{scope}</p> }
        <h1 class="mr-h1" id="mr-heading" tabindex="-1">
            <span class="mr-sentence">{words.back_again}</span>{" "}<span class="mr-sentence">{news}</span>
        </h1>
    </>}
}

/// A step as part of a sentence: `question 10`.
fn place(survey: &Survey, language: &Language, step: &Step) -> String {
    let words = &language.words.shell.welcome;
    match step {
        Step::Item(item) => {
            let number = survey.place(item).map_or(1, |place| place.number);
            fill(words.at_question, &[("n", &language.whole(number as f64))])
        }
        Step::Effort => words.at_effort.to_owned(),
        Step::Aim => words.at_aim.to_owned(),
        Step::Review => words.at_review.to_owned(),
    }
}

fn draft_card(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    at: usize,
    key: &str,
    draft: &Draft,
) -> Html {
    let words = &language.words.shell.welcome;
    let survey = &*session.survey;
    let again = session.history.baseline().is_some();
    let figures = [draft.answers.replied(survey), survey.item_count()];
    let [replied, all] = &figures.map(|figure| language.whole(figure as f64));
    let title = if again { words.draft_again } else { words.draft_first };
    let id = ["mr-draft-", &at.to_string()].concat();
    let resume = fill(words.resume, &[("where", &place(survey, language, &draft.at))]);
    let resumed = Action::Resumed { key: key.to_owned() };
    let over = Action::Started { scope: draft.scope.clone() };
    html! {
        <section key={key.to_owned()} class="mr-card mr-card-strong" aria-labelledby={id.clone()}>
            if session.drafts.len() > 1 && !draft.scope.is_empty() { <p class="mr-kicker">{&draft.scope}</p> }
            <h2 class="mr-h2" {id}>{fill(title, &[("n", replied), ("all", all)])}</h2>
            <div>
                {steps(survey.items(), &draft.answers, None)}
                <p class="mr-small mr-quiet mr-section-tight">{when(survey, language, draft)}</p>
            </div>
            <dl class="mr-minirows">{for survey.roles.iter().enumerate().map(|(position, role)| {
                mini_row(position, &role.name, String::new(), count(language, &draft.answers, role))
            })}</dl>
            if again { <p class="mr-text mr-small">{words.hidden}</p> }
            <p class="mr-note">{words.start_over_hint}</p>
            <div class="mr-actions">
                {button("mr-button", &resume, on_action, resumed)}
                {button("mr-button mr-button-quiet", words.start_over, on_action, over)}
            </div>
        </section>
    }
}

/// When it was taken up and last touched, and how long the rest may take.
fn when(survey: &Survey, language: &Language, draft: &Draft) -> String {
    let words = &language.words.shell.welcome;
    let mut parts = Vec::new();
    // The name of a draft begins with the day on which it was last taken up.
    if let Some(day) = Date::parse(&draft.id) {
        parts.push(fill(words.draft_begun, &[("date", &language.date(day))]));
    }
    if draft.touched_ms > 0.0 {
        parts.push(fill(words.draft_touched, &[("time", &language.time(draft.touched_ms))]));
    }
    let open = survey.item_count() - draft.answers.replied(survey);
    if open > 0 {
        let minutes = (survey.intro.minutes as usize * open).div_ceil(survey.item_count());
        parts.push(fill(words.draft_left, &[("minutes", &language.whole(minutes as f64))]));
    }
    parts.join(" ")
}

fn result_card(session: &Session, language: &Language, on_action: &Callback<Action>, wave: &Wave) -> Html {
    let words = &language.words.shell.welcome;
    let note = match session.history.span() {
        Some((baseline, _)) => fill(words.last_note_change, &[("date", &language.date(baseline.date))]),
        None => words.last_note.to_owned(),
    };
    // One primary button per view: resuming comes before looking back.
    let first = session.drafts.is_empty();
    let (card, opens) =
        if first { ("mr-card mr-card-strong", "mr-button") } else { ("mr-card", "mr-button mr-button-2") };
    let again = Action::Started { scope: wave.scope.clone() };
    html! {
        <section key="last" class={card} aria-labelledby="mr-last">
            <h2 class="mr-h2" id="mr-last">
                {fill(words.last_result, &[("date", &language.date(wave.date))])}
            </h2>
            <dl class="mr-minirows">{for result_rows(session, language, wave)}</dl>
            <p class="mr-note">{note}</p>
            <div class="mr-actions">
                {button(opens, words.open_results, on_action, Action::ScreenPicked(Screen::Results))}
                if first { {button("mr-button mr-button-2", words.again, on_action, again)} }
            </div>
        </section>
    }
}

/// Score and change of each role; with two waves like for like, as everywhere (model 2.7).
fn result_rows(session: &Session, language: &Language, wave: &Wave) -> Vec<Html> {
    let survey = &*session.survey;
    let compared = session
        .history
        .span()
        .map(|(base, now)| change(survey, &base.answers, &now.answers, &now.weights, Comparison::default()));
    let scores = score(survey, &wave.answers, &wave.weights);
    let figures = |role: &RoleId| match &compared {
        Some(compared) => {
            let pair = compared.roles.iter().find(|(own, _)| own == role).and_then(|(_, pair)| *pair);
            pair.map(|pair| (pair.now, language.signed(pair.delta())))
        }
        None => {
            let figure = scores.role(role).and_then(|role| role.figure.as_ref());
            figure.map(|figure| (figure.points, String::new()))
        }
    };
    let rows = survey.roles.iter().enumerate().map(|(position, role)| match figures(&role.id) {
        Some((points, delta)) => mini_row(position, &role.name, language.figure(points), delta),
        None => {
            mini_row(position, &role.name, language.words.shell.welcome.no_score.to_owned(), String::new())
        }
    });
    rows.collect()
}

/// A role, a figure, and something said more quietly; the figure moves to the edge where it stands alone.
fn mini_row(position: usize, name: &str, figure: String, aside: String) -> Html {
    let (figure, aside, tone) = if aside.is_empty() {
        (aside, figure, "mr-num mr-nowrap")
    } else {
        (figure, aside, "mr-num mr-quiet mr-nowrap")
    };
    html! {
        <div key={position}>
            <dt><span class="mr-rolecell">{role_icon(position)}{name}</span></dt>
            <dd class="mr-num">{figure}</dd>
            <dd class={tone}>{aside}</dd>
        </div>
    }
}
