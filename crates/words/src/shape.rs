//! What a text is made of: the variables it uses, and the other texts it refers to.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use std::collections::{BTreeMap, BTreeSet};

/// What one message, attribute or term uses.
#[derive(Debug, Default, Clone)]
pub(crate) struct Uses {
    /// The `$variables` it names itself.
    pub(crate) variables: BTreeSet<String>,
    /// The messages (`name`, `name.attribute`) and terms (`-name`) it refers to.
    pub(crate) references: BTreeSet<String>,
    /// The functions it calls.
    pub(crate) functions: BTreeSet<String>,
    /// Numbers written so that Fluent cannot work with them.
    pub(crate) unusable: Vec<String>,
}

/// Every named thing in a resource: messages with a text as `name`, attributes as `name.attribute`, terms as `-name`.
pub(crate) fn entries<'a>(body: impl Iterator<Item = &'a Entry<&'a str>>) -> Vec<(String, Uses)> {
    let mut all = Vec::new();
    for entry in body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.as_ref(),
                &message.attributes,
            ),
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(&term.value),
                &term.attributes,
            ),
            _ => continue,
        };
        all.extend(value.map(|pattern| (name.clone(), uses(pattern))));
        all.extend(
            attributes
                .iter()
                .map(|a| (format!("{name}.{}", a.id.name), uses(&a.value))),
        );
    }
    all
}

/// The variables of every message, those of the messages and terms it refers to included.
pub(crate) fn variables(all: &BTreeMap<String, Uses>) -> BTreeMap<String, BTreeSet<String>> {
    let mut result = BTreeMap::new();
    for name in all.keys().filter(|name| !name.starts_with('-')) {
        let (mut found, mut seen, mut waiting) = (BTreeSet::new(), BTreeSet::new(), vec![name]);
        while let Some(next) = waiting.pop() {
            if let Some(uses) = all.get(next).filter(|_| seen.insert(next)) {
                // A term sees only what it is called with, never the message's own variables.
                if !next.starts_with('-') {
                    found.extend(uses.variables.iter().cloned());
                }
                waiting.extend(&uses.references);
            }
        }
        result.insert(name.clone(), found);
    }
    result
}

fn uses(pattern: &Pattern<&str>) -> Uses {
    let mut uses = Uses::default();
    walk_pattern(pattern, &mut uses);
    uses
}

fn walk_pattern(pattern: &Pattern<&str>, uses: &mut Uses) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk(expression, uses);
        }
    }
}

fn walk(expression: &Expression<&str>, uses: &mut Uses) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, uses),
        Expression::Select { selector, variants } => {
            walk_inline(selector, uses);
            variants
                .iter()
                .for_each(|variant| walk_pattern(&variant.value, uses));
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, uses: &mut Uses) {
    let with_attribute = |name: &str, attribute: Option<&str>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name.to_owned(),
    };
    match inline {
        InlineExpression::StringLiteral { .. } => {}
        InlineExpression::NumberLiteral { value } => {
            // Fluent's plural rules panic on longer ones.
            if value.len() > 12 {
                uses.unusable
                    .push(format!("the number {value} is too long"));
            }
        }
        InlineExpression::VariableReference { id } => {
            uses.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            uses.references
                .insert(with_attribute(id.name, attribute.as_ref().map(|a| a.name)));
        }
        InlineExpression::TermReference {
            id,
            attribute,
            arguments,
        } => {
            uses.references.insert(with_attribute(
                &format!("-{}", id.name),
                attribute.as_ref().map(|a| a.name),
            ));
            if let Some(arguments) = arguments {
                walk_arguments(arguments, uses);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            uses.functions.insert(id.name.to_owned());
            walk_arguments(arguments, uses);
        }
        InlineExpression::Placeable { expression } => walk(expression, uses),
    }
}

fn walk_arguments(arguments: &CallArguments<&str>, uses: &mut Uses) {
    arguments
        .positional
        .iter()
        .for_each(|argument| walk_inline(argument, uses));
    for argument in &arguments.named {
        walk_inline(&argument.value, uses);
        if let InlineExpression::NumberLiteral { value } = &argument.value
            && !value
                .parse::<f64>()
                .is_ok_and(|number| (0.0..=6.0).contains(&number))
        {
            uses.unusable.push(format!(
                "{}: {value} is more than 6 digits",
                argument.name.name
            ));
        }
    }
}
