//! Numbers in the reader's form.

use crate::{Arg, Language, Words};
use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};

/// What stands where a number should be and none is.
pub(crate) const NOT_A_NUMBER: &str = "–";

/// The most decimals that are shown unless more are asked for.
const DECIMALS: usize = 3;

/// A number in the reader's form: `1,234.5` in English, `1234,5` and `12.345,6` in Spanish (four digits stand
/// without a separator), `١٬٢٣٤٫٥` in Arabic. At most three decimals. Words are returned as they are; a number that is
/// none ("not a number", infinity) becomes a dash.
pub fn number(language: Language, value: impl Into<Arg>) -> String {
    match value.into() {
        Arg::Text(text) => text,
        Arg::Int(value) => assemble(
            language,
            value < 0,
            &value.unsigned_abs().to_string(),
            "",
            true,
        ),
        Arg::Real(value) => real(language, value, 0, DECIMALS, true),
    }
}

/// A number with exactly this many decimals, for columns of figures.
pub fn decimal(language: Language, value: f64, decimals: usize) -> String {
    real(language, value, decimals, decimals, true)
}

/// A share as per cent: 0.45 is `45%`, `45 %` in Spanish (with a no-break space), `٤٥٪` in Arabic.
///
/// Whole per cents, except where rounding would claim "none" or "all" untruly: 0.996 is 99.6%, 0.004 is 0.4%,
/// and such a decimal is never rounded to 0.0 or 100.0.
pub fn percent(language: Language, share: f64) -> String {
    if !share.is_finite() {
        return NOT_A_NUMBER.to_owned();
    }
    let whole = (share * 100.0).round();
    let number = if whole == 0.0 && share != 0.0 {
        real(
            language,
            ((share.abs() * 1000.0).round().max(1.0) / 10.0).copysign(share),
            0,
            1,
            true,
        )
    } else if whole == 100.0 && share < 1.0 {
        real(
            language,
            (share * 1000.0).round().min(999.0) / 10.0,
            0,
            1,
            true,
        )
    } else {
        real(language, share * 100.0, 0, 0, true)
    };
    match language {
        Language::En => format!("{number}%"),
        Language::Es => format!("{number}\u{a0}%"),
        Language::Ar => format!("{number}٪"),
    }
}

/// Digits of the language in place of 0 to 9; everything else stays.
pub(crate) fn digits(language: Language, text: &str) -> String {
    match language {
        Language::En | Language::Es => text.to_owned(),
        Language::Ar => text.chars().map(arabic_digit).collect(),
    }
}

fn arabic_digit(c: char) -> char {
    match c.to_digit(10) {
        Some(value) => char::from_u32(0x0660 + value).unwrap_or(c),
        None => c,
    }
}

fn real(language: Language, value: f64, least: usize, most: usize, grouped: bool) -> String {
    if !value.is_finite() {
        return NOT_A_NUMBER.to_owned();
    }
    let most = most.max(least).min(15);
    let text = format!("{:.most$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let kept = fraction.trim_end_matches('0').len().max(least.min(most));
    let fraction = &fraction[..kept];
    let zero = whole
        .bytes()
        .chain(fraction.bytes())
        .all(|digit| digit == b'0');
    assemble(language, value < 0.0 && !zero, whole, fraction, grouped)
}

/// Puts a number together from its sign and its digits.
fn assemble(
    language: Language,
    negative: bool,
    whole: &str,
    fraction: &str,
    grouped: bool,
) -> String {
    // Spanish writes four digits without a separator.
    let (separator, point, shortest) = match language {
        Language::En => (',', '.', 4),
        Language::Es => ('.', ',', 5),
        Language::Ar => ('٬', '٫', 4),
    };
    let mut out = String::with_capacity(whole.len() * 2 + fraction.len() + 4);
    if negative {
        if language == Language::Ar {
            // The Arabic letter mark keeps the sign with its number inside a line of either direction.
            out.push('\u{61c}');
        }
        out.push('−');
    }
    let grouped = grouped && whole.len() >= shortest;
    for (position, digit) in whole.chars().enumerate() {
        if grouped && position > 0 && (whole.len() - position).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    digits(language, &out)
}

/// Shows numbers inside a Fluent text. One function a language, because Fluent takes a plain function.
pub(crate) fn formatter<M>(language: Language) -> fn(&FluentValue, &M) -> Option<String> {
    match language {
        Language::En => |value, _| in_text(Language::En, value),
        Language::Es => |value, _| in_text(Language::Es, value),
        Language::Ar => |value, _| in_text(Language::Ar, value),
    }
}

fn in_text(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else {
        return None;
    };
    let shown = options
        .currency
        .as_deref()
        .and_then(|shown| shown.parse().ok())
        .unwrap_or(*value);
    if options.style == FluentNumberStyle::Percent {
        return Some(percent(language, shown));
    }
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let most = options
        .maximum_fraction_digits
        .unwrap_or(DECIMALS)
        .max(least);
    Some(real(language, shown, least, most, options.use_grouping))
}

/// A number for a Fluent text: it chooses the plural form, and [`formatter`] shows it.
///
/// The plural rules that Fluent comes with leave the remainder by 100 out of the Arabic ones: 103 and 111 get the form
/// of 100, and 3.5 gets that of 3. For these a number of the right form goes in, and the one to be shown is
/// carried in the currency, which nothing here uses.
pub(crate) fn counted(language: Language, value: f64) -> FluentNumber {
    let mut number = FluentNumber::new(value, FluentNumberOptions::default());
    let size = value.abs();
    let form = match () {
        () if language != Language::Ar => value,
        () if size.fract() != 0.0 => 100.0,
        () if size > 100.0 && size % 100.0 >= 3.0 => size % 100.0,
        () => value,
    };
    if form != value {
        number.options.currency = Some(value.to_string());
        number.value = form;
    }
    number
}

impl Words {
    /// See [`number`].
    pub fn number(&self, language: Language, value: impl Into<Arg>) -> String {
        number(language, value)
    }

    /// See [`percent`].
    pub fn percent(&self, language: Language, share: f64) -> String {
        percent(language, share)
    }
}
