//! The component grid: simple and used wins over elaborate and half used (model 4.3 B).

use super::Rules;
use crate::lens::points::mean;

/// A cell as it was entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its name for good.
    pub id: String,
    /// Its column.
    pub column: String,
    /// How far it is set down, 0 to 3.
    pub design: Option<f64>,
    /// How far it is used, 0 to 4.
    pub usage: Option<f64>,
}

/// A cell of which both are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellRead {
    /// 0 to 100.
    pub score: f64,
    /// Over-detailed.
    pub over_built: bool,
    /// Used, not written.
    pub hidden_practice: bool,
    /// Written, hardly used.
    pub shelf: bool,
}

/// The grid as far as it is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Every cell; `None` where it was left out.
    pub cells: Vec<(String, Option<CellRead>)>,
    /// Mean by column, 0 to 100.
    pub columns: Vec<(String, Option<f64>)>,
    /// Mean of the cells that were answered.
    pub overall: Option<f64>,
    /// How many that are.
    pub answered: usize,
}

/// Reads the cells. Use is counted up to `most_use`.
pub fn grid(rules: &Rules, cells: &[Cell], most_use: f64) -> Grid {
    let mut read = Grid { cells: Vec::new(), columns: Vec::new(), overall: None, answered: 0 };
    let mut scored: Vec<(&str, f64)> = Vec::new();
    for cell in cells {
        let own = read_cell(rules, cell, most_use);
        if let Some(own) = own {
            scored.push((&cell.column, own.score));
        }
        if !read.columns.iter().any(|(column, _)| *column == cell.column) {
            read.columns.push((cell.column.clone(), None));
        }
        read.cells.push((cell.id.clone(), own));
    }
    for (column, points) in &mut read.columns {
        *points = mean(scored.iter().filter(|(own, _)| own == column).map(|(_, score)| *score));
    }
    read.overall = mean(scored.iter().map(|(_, score)| *score));
    read.answered = scored.len();
    read
}

fn read_cell(rules: &Rules, cell: &Cell, most_use: f64) -> Option<CellRead> {
    let known = |value: Option<f64>| value.filter(|value| value.is_finite() && *value >= 0.0);
    let (design, usage) = (known(cell.design)?, known(cell.usage)?.min(most_use));
    let [built_design, built_use] = rules.over_built;
    let [shelf_design, shelf_use] = rules.shelf;
    let [hidden_design, hidden_use] = rules.hidden_practice;
    Some(CellRead {
        score: 100.0 * (design.min(rules.design_enough) / rules.design_enough) * (usage / most_use),
        over_built: design >= built_design && usage <= built_use,
        hidden_practice: design <= hidden_design && usage >= hidden_use,
        shelf: design >= shelf_design && usage <= shelf_use,
    })
}
