//! Moving, and blocks.

use proptest::prelude::*;

use super::*;

const SHAPE: Shape = Shape { rows: 30, columns: 24..48 };

fn at(row: usize, column: usize) -> Cursor {
    Cursor::at(Spot { row, column })
}

fn to(cursor: Cursor, step: Move) -> (usize, usize) {
    let Spot { row, column } = cursor.moved(step, Extend::No, &SHAPE).at;
    (row, column)
}

#[test]
fn each_move_ends_where_the_page_does() {
    assert_eq!((to(at(3, 30), Move::Left), to(at(3, 24), Move::Left)), ((3, 29), (3, 24)));
    assert_eq!((to(at(3, 30), Move::Right), to(at(3, 47), Move::Right)), ((3, 31), (3, 47)));
    assert_eq!((to(at(0, 30), Move::Up), to(at(29, 30), Move::Down)), ((0, 30), (29, 30)));
    assert_eq!((to(at(3, 30), Move::Start), to(at(3, 30), Move::End)), ((3, 24), (3, 47)));
    assert_eq!((to(at(3, 30), Move::First), to(at(3, 30), Move::Last)), ((0, 24), (29, 47)));
    assert_eq!((to(at(3, 30), Move::PageUp), to(at(3, 30), Move::PageDown)), ((0, 30), (13, 30)));
    assert_eq!(to(at(25, 30), Move::PageDown), (29, 30));
}

#[test]
fn shift_selects_a_block_from_where_it_began() {
    let mut cursor = at(5, 30);
    for step in [Move::Down, Move::Right, Move::Right, Move::Up, Move::Up] {
        cursor = cursor.moved(step, Extend::Yes, &SHAPE);
    }
    let block = cursor.block();
    assert_eq!((block.rows.clone(), block.columns.clone(), block.len()), (4..=5, 30..=32, 6));
    assert!(block.contains(Spot { row: 5, column: 30 }) && !block.contains(Spot { row: 6, column: 30 }));
    let cells: Vec<_> = block.cells().map(|spot| (spot.row, spot.column)).collect();
    assert_eq!(cells, [(4, 30), (4, 31), (4, 32), (5, 30), (5, 31), (5, 32)]);
    assert_eq!(cursor.moved(Move::Down, Extend::No, &SHAPE).block().len(), 1);
}

#[test]
fn on_another_page_the_block_does_not_reach_back() {
    let block = at(2, 10).reaching(Spot { row: 4, column: 12 });
    let on_page = block.within(&SHAPE).block();
    assert_eq!((on_page.rows, on_page.columns), (2..=4, 24..=24));
}

fn any_move() -> impl Strategy<Value = (Move, Extend)> {
    use Move::{Down, End, First, Last, Left, PageDown, PageUp, Right, Start, Up};
    let moves = [Left, Right, Up, Down, Start, End, First, Last, PageUp, PageDown];
    (prop::sample::select(moves.to_vec()), prop::sample::select(vec![Extend::No, Extend::Yes]))
}

proptest! {
    #[test]
    fn no_key_leaves_the_page(moves in prop::collection::vec(any_move(), 0..40), rows in 1usize..40, start in 0usize..30, len in 1usize..28) {
        let shape = Shape { rows, columns: start..start + len };
        let mut cursor = Cursor::default().within(&shape);
        for (step, extend) in moves {
            cursor = cursor.moved(step, extend, &shape);
            let block = cursor.block();
            prop_assert!(block.contains(cursor.at) && block.cells().count() == block.len());
            prop_assert!(block.cells().all(|spot| spot.row < rows && shape.columns.contains(&spot.column)));
        }
    }
}
