//! Own targets: for every capability a level to reach and a day, or to hold (model 2.8). Nothing is filled in.

mod row;

use super::charts::role_icon;
use super::icon::Icon;
use super::markup::Value::{Count, Spelled, Text};
use super::markup::{Pen, filled};
use super::notice::{NoticeKind, notice};
use crate::cycle::{targets_in_force, way};
use crate::history::{Progress, ScoreMap, Standing, Targets, is_ambitious, progress};
use crate::scoring::Scores;
use crate::session::{Action, Screen, Session};
use crate::survey::{Capability, Survey};
use crate::words::Language;
use yew::{Callback, Html};

/// All that the screen shows, read once.
struct Page<'a> {
    session: &'a Session,
    survey: &'a Survey,
    /// Targets in force, with those of capabilities the survey has lost.
    targets: Targets,
    base: Scores,
    now: Scores,
    progress: Progress,
}

impl<'a> Page<'a> {
    fn of(session: &'a Session) -> Option<Self> {
        let survey = &*session.survey;
        let targets = targets_in_force(&session.history, &session.addenda);
        let [base, now] = way(survey, &session.history)?;
        let progress = progress(survey, &points(&base), &points(&now), &targets);
        Some(Self { session, survey, targets, base, now, progress })
    }

    /// Whether the target of a capability is a high rise in a short time.
    fn is_ambitious(&self, own: &Capability) -> bool {
        let now = self.now.capability(&own.id).and_then(|own| own.figure.as_ref());
        let raised = matches!(self.progress.capability(&own.id), Some(Standing::Raise { .. }));
        match (now, self.targets.get(&own.id)) {
            (Some(now), Some(target)) if raised => {
                is_ambitious(self.survey, now.points, target, self.session.today)
            }
            _ => false,
        }
    }

    /// How many targets belong to no capability of this survey.
    fn lost(&self) -> usize {
        self.targets.iter().filter(|(id, _)| self.survey.capability(id).is_none()).count()
    }
}

fn points(scores: &Scores) -> ScoreMap {
    let scored = scores.capabilities.iter();
    scored.filter_map(|own| Some((own.id.clone(), own.figure.as_ref()?.points))).collect()
}

/// The screen.
pub fn targets(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let Some(page) = Page::of(session) else {
        return Html::default();
    };
    let mut drawn = Pen::new(language, on_action);
    let (pen, words) = (&mut drawn, &language.words.targets);
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.title);
    pen.put("p.mr-lead", words.lead);
    summary(pen, &page);
    pen.when(page.lost() > 0, |pen| lost(pen, page.lost()));
    let mut place = 0;
    for (position, role) in page.survey.roles.iter().enumerate() {
        pen.el("section.mr-section mr-goals", |pen| {
            pen.el("h2.mr-h3 mr-rolecell", |pen| {
                role_icon(pen, position);
                pen.text(&role.name);
            });
            row::head(pen, page.survey);
            for own in &role.capabilities {
                row::row(pen, &page, row::Place { role: position, number: place }, own);
                place += 1;
            }
        });
    }
    pen.el("div.mr-actions", |pen| {
        pen.button("mr-button", words.to_plan, Action::ScreenPicked(Screen::Plan));
        let back = Action::ScreenPicked(Screen::Results);
        pen.button("mr-button mr-button-2", words.to_results, back);
    });
    drawn.done()
}

/// Targets of another version of the survey: they wait for it.
fn lost(pen: &mut Pen, number: usize) {
    let [one, many] = pen.language.words.targets.lost;
    let counted = (pen.language.words.results.start_sentence)(&Spelled(number).written(pen.language));
    let text = filled(pen.language, if number == 1 { one } else { many }, &[("number", Text(&counted))]);
    pen.el("div.mr-block", |pen| {
        notice(pen, NoticeKind::Plain, Icon::Info, |pen| pen.put("p", &text));
    });
}

/// How much is to rise, said anew after every choice.
fn summary(pen: &mut Pen, page: &Page) {
    let words = &pen.language.words.targets;
    let of =
        |wanted: &dyn Fn(&Capability) -> bool| page.survey.capabilities().filter(|own| wanted(own)).count();
    let raised = of(&|own| matches!(page.progress.capability(&own.id), Some(Standing::Raise { .. })));
    let ambitious = of(&|own| page.is_ambitious(own));
    pen.el("div.mr-block mr-stack[role=status]", |pen| {
        if raised == 0 {
            return pen.put("p.mr-text", words.none_raised);
        }
        let counts =
            [("raised", raised), ("total", page.survey.capabilities().count()), ("ambitious", ambitious)];
        pen.say("p.mr-text", words.raised, &counts.map(|(name, number)| (name, Count(number))));
        if page.progress.is_reached() {
            pen.el("p.mr-text", |pen| {
                pen.put("b", words.reached_all);
                pen.text(" ");
                pen.text(words.reached_next);
            });
        }
    });
}
