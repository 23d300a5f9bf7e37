//! Every SQL statement of the room.

use cairn_db::statements;

statements! {}
