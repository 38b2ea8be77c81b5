package org.luoshi.study.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The library as rows. */
@Component
class StudyMaterialStore {

    private static final String ROW =
            "select id, version, branch_id, title, issuer, kind, year, file_id, shelf, link from study.material";

    private final JdbcClient jdbc;

    StudyMaterialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StudyMaterial> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(StudyMaterial.class)
                .optional();
    }

    List<StudyMaterial> of(UUID branchId) {
        return jdbc.sql(ROW + " where branch_id = :branch order by kind, year desc nulls last, title, id")
                .param("branch", branchId)
                .query(StudyMaterial.class)
                .list();
    }

    /** Titles by id, in the order of the library. */
    Map<UUID, String> titles(UUID branchId) {
        Map<UUID, String> titles = new LinkedHashMap<>();
        of(branchId).forEach(material -> titles.put(material.id(), material.title()));
        return titles;
    }

    void insert(StudyMaterial material) {
        write(material, jdbc.sql("""
                insert into study.material (id, version, branch_id, title, issuer, kind, year, file_id, shelf, link)
                values (:id, :version, :branch, :title, :issuer, :kind, :year, :file, :shelf, :link)
                """)).param("branch", material.branchId()).update();
    }

    /** False where somebody changed it meanwhile. */
    boolean update(StudyMaterial material) {
        return write(material, jdbc.sql("""
                        update study.material set version = version + 1, title = :title, issuer = :issuer, kind = :kind, year = :year,
                            file_id = :file, shelf = :shelf, link = :link
                        where id = :id and version = :version
                        """)).update() == 1;
    }

    private static StatementSpec write(StudyMaterial material, StatementSpec sql) {
        return sql.param("id", material.id())
                .param("version", material.version())
                .param("title", material.title())
                .param("issuer", material.issuer())
                .param("kind", material.kind().name())
                .param("year", material.year())
                .param("file", material.fileId())
                .param("shelf", material.shelf())
                .param("link", material.link());
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from study.material where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }
}
