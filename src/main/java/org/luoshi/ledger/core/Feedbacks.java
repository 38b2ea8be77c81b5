package org.luoshi.ledger.core;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Feedbacks extends Repository<Feedback, UUID> {

    Optional<Feedback> findById(UUID id);

    Feedback save(Feedback row);
}
