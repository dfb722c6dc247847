//! Many small digits as one number: a digit of `n` states takes exactly `log2(n)` bits, and none goes to waste.

/// Digits on their way into a number, the first one worth least.
#[derive(Debug, Default)]
pub(super) struct Digits {
    digits: Vec<(u32, u32)>,
}

impl Digits {
    /// Adds a digit; `None` if it is none of the `states`, which start at 0.
    #[must_use]
    pub(super) fn put(&mut self, digit: u32, states: u32) -> Option<()> {
        self.digits.push((digit, states));
        (digit < states).then_some(())
    }

    /// The number, lowest byte first, without zeros at its end.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (digit, states) in self.digits.into_iter().rev() {
            let mut carry = u64::from(digit);
            for byte in &mut bytes {
                carry += u64::from(*byte) * u64::from(states);
                *byte = carry as u8;
                carry >>= 8;
            }
            while carry > 0 {
                bytes.push(carry as u8);
                carry >>= 8;
            }
        }
        bytes
    }
}

/// A number on its way back into digits.
#[derive(Debug)]
pub(super) struct Number {
    bytes: Vec<u8>,
}

impl Number {
    /// The number of these bytes, lowest first.
    pub(super) fn new(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec() }
    }

    /// Takes the next digit off, in the order in which they were put; always one of the `states`.
    pub(super) fn take(&mut self, states: u32) -> u32 {
        let (states, mut rest) = (u64::from(states.max(1)), 0);
        for byte in self.bytes.iter_mut().rev() {
            rest = (rest << 8) | u64::from(*byte);
            *byte = (rest / states) as u8;
            rest %= states;
        }
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        rest as u32
    }
}
