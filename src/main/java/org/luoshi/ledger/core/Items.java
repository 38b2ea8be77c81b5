package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Items extends Repository<Item, UUID> {

    Optional<Item> findById(UUID id);

    Item save(Item row);
}
