//! Values go in and come out the same on both engines.

use crate::world::{each, run, sql};
use cairn_db::{Db, DbError, Row, Value, params};
use uuid::Uuid;

const COLUMNS: &str =
    "CREATE TABLE thing (id UUID PRIMARY KEY, n BIGINT, yes BOOLEAN, words TEXT, raw BYTEA,
    share DOUBLE PRECISION, small INTEGER)";

async fn keep(db: &Db, values: [Value; 7]) -> Result<Row, DbError> {
    let add = sql(
        "INSERT INTO thing (id, n, yes, words, raw, share, small) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    );
    let get = sql("SELECT id, n, yes, words, raw, share, small FROM thing WHERE id = $1");
    db.act(move |tx| {
        Box::pin(async move {
            tx.execute(add, &values).await?;
            tx.one(get, &values[..1]).await
        })
    })
    .await
}

#[tokio::test]
async fn every_kind_comes_back_as_it_went_in() {
    let (_folder, all) = each("kinds").await;
    for db in all {
        run(&db, COLUMNS).await.expect("a table");
        let texts = ["", "Ana", "o'Neil; DROP TABLE thing", "عربي 🌱", "a\\b\n\t"];
        for (i, text) in texts.into_iter().enumerate() {
            let id = Uuid::from_u128(u128::MAX - i as u128);
            let n = [0, -1, i64::MAX, i64::MIN, 1_700_000_000_000_000][i];
            let raw = vec![0_u8, 255, u8::try_from(i).expect("small")];
            let share = [0.0, -1.5, f64::MAX, 1e-300, 2.0][i];
            let row = keep(&db, params![id, n, i % 2 == 0, text, raw.clone(), share, 7])
                .await
                .expect("kept");
            assert_eq!(row.id(0), Ok(id));
            assert_eq!(row.int(1), Ok(n));
            assert_eq!(row.boolean(2), Ok(i % 2 == 0));
            assert_eq!(row.text(3).as_deref(), Ok(text));
            assert_eq!(row.bytes(4), Ok(raw));
            assert_eq!(row.real(5), Ok(share));
            assert_eq!(row.int(6), Ok(7));
            assert_eq!(row.columns(), 7);
        }
    }
}

#[tokio::test]
async fn absence_and_wrong_kinds_are_told_and_nothing_panics() {
    let (_folder, all) = each("wrong").await;
    for db in all {
        run(&db, COLUMNS).await.expect("a table");
        let (id, none) = (Uuid::from_u128(5), None::<i64>);
        let empty = params![
            id,
            none,
            None::<bool>,
            None::<&str>,
            None::<Vec<u8>>,
            None::<f64>,
            none
        ];
        let row = keep(&db, empty).await.expect("kept");
        assert_eq!(
            (row.opt_id(0), row.opt_int(1), row.opt_boolean(2)),
            (Ok(Some(id)), Ok(None), Ok(None))
        );
        assert_eq!(
            (row.opt_text(3), row.opt_bytes(4), row.opt_real(5)),
            (Ok(None), Ok(None), Ok(None))
        );
        assert!(
            row.int(1).is_err()
                && row.text(0).is_err()
                && row.opt_int(0).is_err()
                && row.int(99).is_err()
        );
        let few = db
            .read(|tx| Box::pin(tx.all(sql("SELECT 1 WHERE 1 = $1"), &[])))
            .await;
        assert!(few.is_err_and(|e| e.to_string().contains("0 values for 1")));
        let many = db
            .read(|tx| Box::pin(tx.all(sql("SELECT 1"), &[Value::Int(1)])))
            .await;
        assert!(many.is_err_and(|e| e.to_string().contains("1 values for 0")));
    }
}
