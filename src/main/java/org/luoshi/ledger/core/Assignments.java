package org.luoshi.ledger.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.EntityRows;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Assignments extends Repository<Assignment, UUID> {

    @Query(value = "select * from ledger.assignment where id = :id", rowMapperClass = Rows.class)
    Optional<Assignment> findById(UUID id);

    @Query(
            value = "select * from ledger.assignment where item_id = :itemId order by part desc, position",
            rowMapperClass = Rows.class)
    List<Assignment> ofItem(UUID itemId);

    Assignment save(Assignment row);

    List<Assignment> saveAll(Iterable<Assignment> rows);

    /** Read field by field. */
    final class Rows extends EntityRows<Assignment> {
        Rows() {
            super(Assignment.class);
        }
    }
}
