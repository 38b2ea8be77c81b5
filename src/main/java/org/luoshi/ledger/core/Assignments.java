package org.luoshi.ledger.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Assignments extends Repository<Assignment, UUID> {

    Optional<Assignment> findById(UUID id);

    @Query("select * from ledger.assignment where item_id = :itemId order by part desc, position")
    List<Assignment> ofItem(UUID itemId);

    Assignment save(Assignment row);

    List<Assignment> saveAll(Iterable<Assignment> rows);
}
