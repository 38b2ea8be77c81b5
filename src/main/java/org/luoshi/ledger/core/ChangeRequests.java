package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ChangeRequests extends Repository<ChangeRequest, UUID> {

    Optional<ChangeRequest> findById(UUID id);

    ChangeRequest save(ChangeRequest row);
}
