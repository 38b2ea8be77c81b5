package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.EntityRows;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Items extends Repository<Item, UUID> {

    @Query(value = "select * from ledger.item where id = :id", rowMapperClass = Rows.class)
    Optional<Item> findById(UUID id);

    Item save(Item row);

    /** Read field by field. */
    final class Rows extends EntityRows<Item> {
        Rows() {
            super(Item.class);
        }
    }
}
