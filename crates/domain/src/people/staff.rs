//! Staff: who they are, and which roles somebody may hand on by an invitation.

use crate::access::{Act, Role, could};
use crate::{DAY, Micros, Refusal};

/// The roles that are handed on by invitation. Participants and carers come by themselves.
pub const STAFF: &[Role] = &[
    Role::Worker,
    Role::Supervisor,
    Role::Coordinator,
    Role::Partner,
    Role::Evaluator,
    Role::Administrator,
];

/// How long an invitation can be accepted.
pub const INVITATION_LASTS: Micros = 14 * DAY;

/// Whether somebody with these roles may hand on that role: whoever may invite at all hands on any
/// staff role, but only an administrator makes another one.
#[must_use]
pub fn may_grant(roles: &[Role], role: Role) -> bool {
    could(roles, Act::InviteStaff)
        && STAFF.contains(&role)
        && (role != Role::Administrator || roles.contains(&Role::Administrator))
}

/// Reads the roles of an invitation, as words.
///
/// # Errors
/// On the field `roles`: `role-missing` when there is none, `unknown-choice` for one that does not
/// exist or that the inviter may not hand on.
pub fn granted<'a>(
    inviter: &[Role],
    words: impl Iterator<Item = &'a str>,
) -> Result<Vec<Role>, Refusal> {
    let mut roles = Vec::new();
    for word in words {
        let role = Role::from_word(word).filter(|role| may_grant(inviter, *role));
        let role = role.ok_or_else(|| Refusal::of("roles", "unknown-choice"))?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    if roles.is_empty() {
        Err(Refusal::of("roles", "role-missing"))
    } else {
        Ok(roles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_administrator_makes_an_administrator() {
        for role in Role::ALL {
            let makes: Vec<Role> = Role::ALL
                .iter()
                .copied()
                .filter(|given| may_grant(&[*role], *given))
                .collect();
            match role {
                Role::Administrator => assert_eq!(makes, STAFF),
                Role::Coordinator => assert_eq!(makes, STAFF[..STAFF.len() - 1]),
                _ => assert!(makes.is_empty(), "{role:?} makes {makes:?}"),
            }
        }
    }

    #[test]
    fn what_cannot_be_handed_on_is_refused() {
        let code = |roles: &[Role], words: &[&str]| {
            granted(roles, words.iter().copied()).map_err(|refusal| refusal.code)
        };
        let both = [Role::Coordinator, Role::Administrator];
        assert_eq!(
            code(&both, &["worker", "administrator", "worker"]),
            Ok(vec![Role::Worker, Role::Administrator])
        );
        assert_eq!(
            code(&[Role::Coordinator], &["administrator"]),
            Err("unknown-choice")
        );
        assert_eq!(code(&both, &["participant"]), Err("unknown-choice"));
        assert_eq!(code(&both, &["owner"]), Err("unknown-choice"));
        assert_eq!(code(&both, &[]), Err("role-missing"));
        assert_eq!(code(&[Role::Worker], &["worker"]), Err("unknown-choice"));
    }
}
