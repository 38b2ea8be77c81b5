package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Sources extends Repository<Source, UUID> {

    Optional<Source> findById(UUID id);

    Source save(Source row);
}
