//! Martech placement and governance (model 4.2): where platforms are run, and by whom.

mod capacity;
mod finders;
mod pattern;
mod placement;

pub use capacity::{Capacity, Demand, Initiative, Load, capacity};
pub use finders::{AnalyticsSeat, ItModel, analytics_seat, it_model};
pub use pattern::{Pattern, pattern};
pub use placement::{Fit, Placed, placement};

use super::{Checked, ElementId, Entry, Fault, Gap, Lens, LensAnswers, Sheet, checklist};
use crate::lens::lowest_first;

/// Thresholds and platforms of this lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The placements a platform can have, most local first, 0 to 100.
    pub placements: Vec<f64>,
    /// The platforms.
    pub platforms: Vec<Platform>,
    /// So many steps from the suggestion are one to watch and no more.
    pub tolerance: f64,
    /// The local difference where nothing else was said; results mark it as assumed.
    pub local_difference_default: f64,
    /// Points of centrality that one step of local difference takes.
    pub local_difference_points: f64,
    /// Below this foundation the local voice can go missing.
    pub local_voice_phi: f64,
    /// Added to the foundation for the order of moves of what is too local.
    pub too_local_factor: f64,
    /// The foundation is taken from this for the order of moves of what is too central.
    pub too_central_factor: f64,
    /// Demand by capacity up to which it fits.
    pub fits_ratio: f64,
    /// Demand by capacity up to which it is stretched.
    pub stretched_ratio: f64,
}

/// What the rules need to know of a platform.
#[derive(Clone, Debug, PartialEq)]
pub struct Platform {
    /// Its permanent name.
    pub id: ElementId,
    /// How foundational it is, 0 to 1.
    pub phi: f64,
    /// The most local placement that is suggested.
    pub floor: f64,
    /// Whether its owner may sit outside marketing.
    pub beyond_marketing: bool,
}

/// Everything this lens says.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Where platforms are run, against the suggestion (A).
    pub placement: Vec<Placed>,
    /// Platforms off the suggestion, those to move first before the others.
    pub moves: Vec<ElementId>,
    /// Whether the more foundational is run more centrally (A).
    pub pattern: Pattern,
    /// The governance checklist (B).
    pub governance: Checked,
    /// How to work with IT, by platform (C); `None` where something is missing for it.
    pub it_model: Vec<(ElementId, Option<ItModel>)>,
    /// Where analysts sit (D); `None` where something is missing for it.
    pub analytics: Option<AnalyticsSeat>,
    /// Time for local initiatives (E).
    pub capacity: Capacity,
    /// Fields the finders go without, beside those of [`super::gaps()`].
    pub gaps: Vec<Gap>,
}

/// Computes what the answers allow.
pub fn results(rules: &Rules, lens: &Lens, answers: &LensAnswers) -> Results {
    let sheet = |part| Sheet::of(lens, answers, part);
    let rows = |part| sheet(part).map(|sheet| sheet.rows()).unwrap_or_default();
    let mut current = Vec::new();
    let mut placed = Vec::new();
    for entry in rows("placement") {
        let platform = rules.platforms.iter().find(|platform| platform.id.as_str() == entry.key);
        if let (Some(platform), Some(own)) = (platform, entry.number("current")) {
            current.push((platform, own));
            placed.extend(placement(rules, platform, own, entry.number("local_difference")));
        }
    }
    let mut gaps = Vec::new();
    let mut models = Vec::new();
    for entry in rows("it_model") {
        let found = it_of(&entry);
        note(&mut gaps, "it_model", Some(entry.key), found.err());
        models.push((ElementId::new(entry.key), found.ok()));
    }
    let seat = sheet("analytics").map(|sheet| seat_of(&sheet.once()));
    if answers.part("analytics").is_some_and(|part| !part.once.is_empty()) {
        note(&mut gaps, "analytics", None, seat.and_then(Result::err));
    }
    let demands: Vec<Demand> = rows("capacity").iter().map(demand).collect();
    let once = sheet("capacity").map(|sheet| sheet.once());
    let core = |field| once.and_then(|once| once.number(field));
    Results {
        moves: moves(&placed),
        placement: placed,
        pattern: pattern(&current),
        governance: checklist(&rows("governance")),
        it_model: models,
        analytics: seat.and_then(Result::ok),
        capacity: capacity(rules, core("core_fte"), core("reserve_pct"), &demands),
        gaps,
    }
}

fn note(gaps: &mut Vec<Gap>, part: &str, row: Option<&str>, missing: Option<&str>) {
    if let Some(field) = missing {
        let (row, field) = (row.map(str::to_owned), field.to_owned());
        gaps.push(Gap { part: part.to_owned(), row, field, fault: Fault::Missing });
    }
}

fn moves(placed: &[Placed]) -> Vec<ElementId> {
    let mut off: Vec<&Placed> = placed.iter().filter(|own| own.gap_steps != 0.0).collect();
    lowest_first(&mut off, |own| -own.priority);
    off.into_iter().map(|own| own.id.clone()).collect()
}

fn it_of(entry: &Entry) -> Result<ItModel, &'static str> {
    it_model(entry.number("change"), entry.number("depth"), entry.flag("one_off"))
}

fn seat_of(entry: &Entry) -> Result<AnalyticsSeat, &'static str> {
    let [fast, other_data, access, skills] =
        ["fast", "nonmkt", "access", "skills"].map(|field| entry.flag(field));
    analytics_seat(fast, other_data, access, skills)
}

fn demand(entry: &Entry) -> Demand {
    Demand {
        name: entry.name("demand").to_owned(),
        fte: entry.number("fte"),
        priority: entry.number("priority"),
    }
}
