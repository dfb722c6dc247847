//! Targets and plan as hosts and tests read them.

use super::{confidence_name, role_ids};
use crate::document::Writer;
use crate::history::{Progress, Standing};
use crate::plan::{Focus, FocusState, Move, MoveKind, Plan, Reason};
use crate::survey::{CapabilityId, RoleId, Survey};

/// The fields of the golden function `progress`.
pub fn progress_results(json: &mut Writer, name: &str, read: &Progress) {
    json.open(name);
    json.open("capability");
    for (id, standing) in &read.capabilities {
        json.open(id.as_str());
        match standing {
            Standing::Raise { gap, closed } => {
                json.text("state", "raise");
                json.number("gap", *gap);
                json.number("closed", *closed);
                json.number("share", closed / gap);
            }
            Standing::Hold { kept } => {
                json.text("state", "hold");
                json.flag("kept", *kept);
            }
        }
        json.close();
    }
    json.close();
    json.open("role");
    for (id, share) in &read.roles {
        json.number_or_null(id.as_str(), *share);
    }
    json.close();
    json.number_or_null("overall", read.overall);
    json.close();
}

/// The fields of the golden function `plan`.
pub fn plan_results(json: &mut Writer, name: &str, read: &Plan, survey: &Survey) {
    json.open(name);
    focus_fields(json, &read.focus);
    plan_fields(json, read, survey);
    json.close();
}

/// What is said about the focus in both parts.
fn chosen(json: &mut Writer, focus: &Focus) {
    json.text_or_null("focus", focus.role.as_ref().map(RoleId::as_str));
    let state = match focus.state {
        FocusState::Chosen => "ok",
        FocusState::RenewTargets => "renew_targets",
    };
    json.text("state", state);
    if focus.role.is_some() {
        json.open_list("reasons");
        for reason in &focus.reasons {
            json.text("", reason.name());
        }
        json.close_list();
    }
}

fn focus_fields(json: &mut Writer, focus: &Focus) {
    json.open("focus");
    json.open("roles");
    for (id, own) in &focus.roles {
        json.open(id.as_str());
        json.number("importance", own.importance);
        json.number("need", own.need);
        json.number("priority", own.priority());
        json.flag("provisional", own.provisional);
        json.close();
    }
    json.close();
    chosen(json, focus);
    role_ids(json, "close_call", &focus.close_call);
    json.close();
}

fn plan_fields(json: &mut Writer, plan: &Plan, survey: &Survey) {
    json.open("plan");
    chosen(json, &plan.focus);
    json.open_list("moves");
    for own in &plan.moves {
        move_fields(json, own, survey);
    }
    json.close_list();
    if plan.focus.role.is_some() {
        match &plan.watch {
            Some(watch) => {
                json.open("watch");
                json.text("role", watch.role.as_str());
                json.text_or_null("capability", watch.capability.as_ref().map(CapabilityId::as_str));
                json.text("reason", Reason::Protect.name());
                json.close();
            }
            None => json.null("watch"),
        }
        json.text("confidence", confidence_name(plan.confidence));
    }
    json.close();
}

fn move_fields(json: &mut Writer, own: &Move, survey: &Survey) {
    json.open("");
    match &own.kind {
        MoveKind::Focus { capability, level, lower_side } => {
            step(json, "focus", capability, *level);
            let lower = lower_side.as_ref().and_then(|id| survey.place(id));
            json.text_or_null("lower_side", lower.map(|place| place.item.code.as_str()));
        }
        MoveKind::Enabler { capability, level, .. } => step(json, "enabler", capability, *level),
        MoveKind::MakeRoom => json.text("kind", "make_room"),
        MoveKind::Evidence => json.text("kind", "evidence"),
        MoveKind::Finding(own) => {
            json.text("kind", "finding");
            json.text("lens", &own.lens);
            json.text("finding", &own.finding);
        }
    }
    json.text("reason", own.reason.name());
    json.close();
}

fn step(json: &mut Writer, kind: &str, capability: &CapabilityId, level: u8) {
    json.text("capability", capability.as_str());
    json.number("level", f64::from(level));
    json.text("kind", kind);
}
