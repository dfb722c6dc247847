//! Direction against delivery: what is chosen, and how well it is done (model 2.6).

use super::ROUNDING;
use super::score::{Figure, Scores, Weights, score_facet, threshold_between};
use crate::answers::Answers;
use crate::survey::{Facet, RoleId, Survey};

/// Which side runs ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Direction is ahead of delivery.
    Direction,
    /// Delivery is ahead of direction.
    Delivery,
    /// Any gap is too small to call.
    Balanced,
}

/// A field of the direction-delivery map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Both below the split.
    RequestDriven,
    /// Delivery alone reaches it.
    StrongDeliveryBorrowedDirection,
    /// Direction alone reaches it.
    ClearDirectionThinDelivery,
    /// Both reach it.
    DirectedAndDelivering,
}

impl Zone {
    /// All fields, top left to bottom right, as the map shows them.
    pub const ALL: [Self; 4] = [
        Self::ClearDirectionThinDelivery,
        Self::DirectedAndDelivering,
        Self::RequestDriven,
        Self::StrongDeliveryBorrowedDirection,
    ];

    /// Its name in documents and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::RequestDriven => "request_driven",
            Self::StrongDeliveryBorrowedDirection => "strong_delivery_borrowed_direction",
            Self::ClearDirectionThinDelivery => "clear_direction_thin_delivery",
            Self::DirectedAndDelivering => "directed_and_delivering",
        }
    }

    fn of(direction: f64, delivery: f64, split: f64) -> Self {
        match (direction >= split - ROUNDING, delivery >= split - ROUNDING) {
            (true, true) => Self::DirectedAndDelivering,
            (true, false) => Self::ClearDirectionThinDelivery,
            (false, true) => Self::StrongDeliveryBorrowedDirection,
            (false, false) => Self::RequestDriven,
        }
    }
}

/// The two sides of one score.
#[derive(Clone, Debug, PartialEq)]
pub struct Tilt {
    /// Score over direction items alone.
    pub direction: Option<Figure>,
    /// Score over delivery items alone.
    pub delivery: Option<Figure>,
    /// Points from which on a gap is called.
    pub threshold: Option<f64>,
}

impl Tilt {
    /// Direction minus delivery in points.
    pub fn points(&self) -> Option<f64> {
        Some(self.direction.as_ref()?.points - self.delivery.as_ref()?.points)
    }

    /// Which side runs ahead.
    pub fn lean(&self) -> Option<Lean> {
        let (tilt, threshold) = (self.points()?, self.threshold?);
        Some(if tilt.abs() < threshold - ROUNDING {
            Lean::Balanced
        } else if tilt > 0.0 {
            Lean::Direction
        } else {
            Lean::Delivery
        })
    }
}

/// The overall reading.
#[derive(Clone, Debug, PartialEq)]
pub struct OverallBalance {
    /// The two sides.
    pub tilt: Tilt,
    /// The field of the map, if both sides have a score.
    pub zone: Option<Zone>,
    /// Sides that lie within one standard deviation of the split.
    pub near_border: Vec<Facet>,
}

impl OverallBalance {
    /// 100 minus the gap; never shown alone, as two low scores are balanced too.
    pub fn index(&self) -> Option<f64> {
        Some(100.0 - self.tilt.points()?.abs())
    }
}

/// Direction against delivery, per role and overall.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// By role, in fixed order.
    pub roles: Vec<(RoleId, Tilt)>,
    /// Over everything.
    pub overall: OverallBalance,
    /// All scores over direction items.
    pub direction: Scores,
    /// All scores over delivery items.
    pub delivery: Scores,
}

/// Reads the balance of direction and delivery.
pub fn balance(survey: &Survey, answers: &Answers, weights: &Weights) -> Balance {
    let direction = score_facet(survey, answers, weights, Facet::Direction);
    let delivery = score_facet(survey, answers, weights, Facet::Delivery);
    let z = survey.parameters.z;
    let mut roles = Vec::new();
    for (a, b) in direction.roles.iter().zip(&delivery.roles) {
        roles.push((a.id.clone(), tilt(survey, &a.figure, &b.figure, z.role)));
    }
    let overall = read_overall(survey, tilt(survey, &direction.overall, &delivery.overall, z.overall));
    Balance { roles, overall, direction, delivery }
}

#[inline(never)]
fn tilt(survey: &Survey, direction: &Option<Figure>, delivery: &Option<Figure>, z: f64) -> Tilt {
    let threshold = match (direction, delivery) {
        (Some(a), Some(b)) => Some(threshold_between(&survey.parameters, a, b, z)),
        _ => None,
    };
    Tilt { direction: direction.clone(), delivery: delivery.clone(), threshold }
}

fn read_overall(survey: &Survey, tilt: Tilt) -> OverallBalance {
    let split = survey.parameters.zone_split;
    let (Some(direction), Some(delivery)) = (&tilt.direction, &tilt.delivery) else {
        return OverallBalance { tilt, zone: None, near_border: Vec::new() };
    };
    let near =
        |figure: &Figure| (figure.points - split).abs() <= figure.noise_sd(&survey.parameters) + ROUNDING;
    let mut near_border = Vec::new();
    for (facet, figure) in [(Facet::Direction, direction), (Facet::Delivery, delivery)] {
        if near(figure) {
            near_border.push(facet);
        }
    }
    let zone = Some(Zone::of(direction.points, delivery.points, split));
    OverallBalance { tilt, zone, near_border }
}
