//! The example of a survey as a history: to look at, never stored.

use super::{Date, History, Wave, WaveKind};
use crate::answers::{AimAnswer, Answer, Answers, EffortSplit, Rating, Reply};
use crate::survey::{ExampleWave, Survey};
use std::rc::Rc;

impl History {
    /// The two waves of the survey's example, if it brings one.
    pub fn of_example(survey: &Survey) -> Option<Self> {
        let example = survey.example.as_ref()?;
        let wave = |id: &str, kind, own: &ExampleWave| {
            Rc::new(Wave {
                id: id.to_owned(),
                kind,
                date: Date::parse(&own.date).unwrap_or_default(),
                scope: example.scope.clone(),
                lang: survey.lang.clone(),
                answers: answers(survey, own),
                ..Wave::default()
            })
        };
        Some(Self::new([
            wave("example-1", WaveKind::Baseline, &example.baseline),
            wave("example-2", WaveKind::Reassessment, &example.latest),
        ]))
    }
}

fn answers(survey: &Survey, wave: &ExampleWave) -> Answers {
    let items = survey.items().filter_map(|item| {
        let reply = Some(Reply::Rated(Rating::whole(*wave.ratings.get(&item.id)?)));
        Some((item.id.clone(), Answer { reply, meaning_rev: item.meaning_rev, ..Answer::default() }))
    });
    let [primary, secondary] = wave.aims.clone();
    Answers {
        items: items.collect(),
        effort: Some(EffortSplit::from(wave.effort)),
        wish: wave.wish.map(EffortSplit::from),
        aim: Some(AimAnswer { primary, secondary }),
    }
}
