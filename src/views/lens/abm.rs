//! What the ABM lens says (model 4.4): whether a structure can be chosen, and which would carry ABM.
