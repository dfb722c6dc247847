//! The command behind `make validate`: lists the problems of a survey document and of the next steps it names,
//! one a line, or says what is in it. Ends with status 1 where there is a problem, 2 where nothing was read.

use maturity_radar::document::check::{Finding, named_steps, next_steps, survey};
use maturity_radar::document::files::LARGEST;
use maturity_radar::survey::Survey;
use std::env;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut paths = env::args().skip(1);
    let (Some(path), None) = (paths.next(), paths.next()) else {
        eprintln!("usage: make validate SURVEY=path/to/survey.json");
        return ExitCode::from(2);
    };
    let mut out = String::new();
    let outcome = validate(&mut out, &path);
    // Whoever reads along may have seen enough.
    let _ = io::stdout().write_all(out.as_bytes());
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(problems) => {
            eprintln!("{problems} {}", if problems == 1 { "problem" } else { "problems" });
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

/// How many problems there are; or why nothing could be read.
fn validate(out: &mut String, path: &str) -> Result<usize, String> {
    let text = read(Path::new(path))?;
    let survey = match survey(&text) {
        Ok(survey) => survey,
        Err(findings) => return Ok(tell(out, path, &findings)),
    };
    let steps = named_steps(&text);
    if let Some(name) = &steps {
        // The page takes this name as an address beside the survey's own.
        let beside = Path::new(path).with_file_name(name);
        let place = beside.display().to_string();
        if let Err(findings) = next_steps(&read(&beside)?, &survey) {
            return Ok(tell(out, &place, &findings));
        }
    }
    outline(out, &survey, steps.as_deref());
    Ok(0)
}

/// A text of at most one byte more than is looked at.
fn read(path: &Path) -> Result<String, String> {
    let told = |reason: String| [&shown(&path.display().to_string()), ": ", &reason].concat();
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| told(error.to_string()))?;
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(|error| told(error.to_string()))?;
    if bytes.len() > LARGEST {
        // The limit may have cut a character; what is beyond it is refused by its size alone.
        return Ok(" ".repeat(bytes.len()));
    }
    String::from_utf8(bytes).map_err(|_| told("the file is no UTF-8 text; save it as UTF-8".to_owned()))
}

fn tell(out: &mut String, path: &str, findings: &[Finding]) -> usize {
    for finding in findings {
        let (problem, place) = (&finding.problem, finding.place);
        let pointer = if problem.pointer.is_empty() { "/" } else { &problem.pointer };
        let _ = writeln!(
            out,
            "{}:{}:{}: {} {}: {} – {}",
            shown(path),
            place.line,
            place.column,
            problem.code.name(),
            shown(pointer),
            problem.message,
            finding.remedy()
        );
    }
    findings.len()
}

/// What is in a sound survey.
fn outline(out: &mut String, survey: &Survey, steps: Option<&str>) {
    let _ = writeln!(out, "sound: {}", shown(&survey.intro.title));
    let _ = writeln!(out, "  {} {}, {}", survey.id, shown(&survey.version), shown(&survey.lang));
    let [roles, capabilities] = [survey.roles.len(), survey.capabilities().count()];
    let _ = writeln!(out, "  {roles} roles, {capabilities} capabilities, {} items", survey.item_count());
    let _ = writeln!(
        out,
        "  ratings from {} to {}, {} levels",
        survey.scale_min,
        survey.scale_max,
        survey.levels.len()
    );
    for level in &survey.levels {
        let _ =
            writeln!(out, "    {} {}, up to {} points", level.number, shown(&level.name), level.to_inclusive);
    }
    for role in &survey.roles {
        let _ = writeln!(out, "  {}", shown(&role.name));
        for capability in &role.capabilities {
            let codes: Vec<String> = capability.items.iter().map(|item| shown(&item.code)).collect();
            let _ = writeln!(
                out,
                "    {} {}: {}",
                shown(&capability.code),
                shown(&capability.name),
                codes.join(" ")
            );
        }
    }
    if let Some(steps) = steps {
        let _ = writeln!(out, "  next steps in {}", shown(steps));
    }
}

/// A text of somebody else as a terminal may show it: what would steer the terminal or turn the direction of
/// writing is spelled out.
fn shown(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        match letter {
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                safe.extend(letter.escape_unicode());
            }
            _ if letter.is_control() => safe.extend(letter.escape_unicode()),
            _ => safe.push(letter),
        }
    }
    safe
}
