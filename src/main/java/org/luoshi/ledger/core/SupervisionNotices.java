package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SupervisionNotices extends Repository<SupervisionNotice, UUID> {

    Optional<SupervisionNotice> findById(UUID id);

    SupervisionNotice save(SupervisionNotice row);
}
