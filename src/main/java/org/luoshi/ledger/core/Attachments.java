package org.luoshi.ledger.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes sure that a file may be hung on something: whoever may see that thing may read the file from then on, so nobody can hang up a file by
 * its id alone.
 */
@Component
class Attachments {

    private final FilesApi files;
    private final JdbcClient jdbc;

    Attachments(FilesApi files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Each file was uploaded by this person, or hangs on one of these items already. */
    void require(Collection<UUID> fileIds, Collection<UUID> itemIds, Actor actor) {
        if (fileIds.isEmpty()) {
            return;
        }
        Map<UUID, StoredFile> stored = files.find(fileIds);
        Set<UUID> there = Set.copyOf(onItems(fileIds, itemIds));
        for (UUID id : fileIds) {
            StoredFile file = stored.get(id);
            if (file == null || !file.storedBy().equals(actor.personId()) && !there.contains(id)) {
                throw LedgerError.UNKNOWN_FILE.with(Map.of("file", id));
            }
        }
    }

    private List<UUID> onItems(Collection<UUID> fileIds, Collection<UUID> itemIds) {
        return jdbc.sql("""
                select e.file_id from ledger.evidence e join ledger.feedback_target t on t.feedback_id = e.feedback_id
                where e.file_id = any(:files) and t.item_id = any(:items)
                """)
                .param("files", Sql.ids(fileIds))
                .param("items", Sql.ids(itemIds))
                .query(UUID.class)
                .list();
    }
}
