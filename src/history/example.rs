//! The example of a survey as a history: to look at, never stored.

use super::{Date, History, Respondent, Wave, WaveKind};
use crate::answers::{AimAnswer, Answer, Answers, EffortSplit, Rating, Reply};
use crate::scoring::Weights;
use crate::survey::{ById, ExampleWave, Survey};
use std::rc::Rc;

impl History {
    /// The two waves of the survey's example, if it brings one.
    pub fn of_example(survey: &Survey) -> Option<Self> {
        let example = survey.example.as_ref()?;
        let mut history = Self::default();
        for (id, kind, own) in [
            ("example-1", WaveKind::Baseline, &example.baseline),
            ("example-2", WaveKind::Reassessment, &example.latest),
        ] {
            history.add(Rc::new(Wave {
                id: id.to_owned(),
                kind,
                date: Date::parse(&own.date).unwrap_or_default(),
                assessment: String::new(),
                scope: example.scope.clone(),
                lang: survey.lang.clone(),
                respondent: Respondent::default(),
                answers: answers(survey, own),
                weights: Weights::new(),
                #[cfg(feature = "results")]
                version: None,
                #[cfg(feature = "results")]
                beyond: None,
            }));
        }
        Some(history)
    }
}

fn answers(survey: &Survey, wave: &ExampleWave) -> Answers {
    let mut items = ById::new();
    for (id, rating) in &wave.ratings {
        if let Some(place) = survey.place(id) {
            let reply = Some(Reply::Rated(Rating::whole(*rating)));
            let meaning_rev = place.item.meaning_rev;
            items.insert(id.clone(), Answer { reply, meaning_rev, ..Answer::default() });
        }
    }
    let [primary, secondary] = wave.aims.clone();
    Answers {
        items,
        effort: Some(EffortSplit::from(wave.effort)),
        wish: wave.wish.map(EffortSplit::from),
        aim: Some(AimAnswer { primary, secondary }),
    }
}
