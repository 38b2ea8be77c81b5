package org.luoshi.study.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reflections as rows. Every reading names its reader: there is no query that hands a private text to somebody else. */
@Component
class StudyReflectionStore {

    private static final String ROW = """
            select id, version, branch_id, author_id, title, body, shared, speaks, changed_at from study.reflection
            """;

    private final JdbcClient jdbc;

    StudyReflectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody's who will speak: the title and no more. */
    record Speech(UUID id, UUID authorId, String title, boolean shared) {}

    /** A paragraph and the item that came of it. */
    record Tie(int paragraph, UUID itemId, String reference) {}

    /** One's own, or what is shared. */
    Optional<StudyReflection> readable(UUID id, UUID readerId) {
        return jdbc.sql(ROW + " where id = :id and (author_id = :reader or shared)")
                .param("id", id)
                .param("reader", readerId)
                .query(StudyReflection.class)
                .optional();
    }

    List<StudyReflection> own(UUID authorId) {
        return jdbc.sql(ROW + " where author_id = :author order by changed_at desc, id desc")
                .param("author", authorId)
                .query(StudyReflection.class)
                .list();
    }

    /** What others of the branch shared. */
    List<StudyReflection> sharedByOthers(UUID branchId, UUID readerId) {
        return jdbc.sql(ROW + """
                         where branch_id = :branch and shared and author_id <> :reader order by changed_at desc, id desc
                        """)
                .param("branch", branchId)
                .param("reader", readerId)
                .query(StudyReflection.class)
                .list();
    }

    List<Speech> speeches(UUID branchId) {
        return jdbc.sql("""
                        select id, author_id, title, shared from study.reflection
                        where branch_id = :branch and speaks order by changed_at, id
                        """).param("branch", branchId).query(Speech.class).list();
    }

    void insert(StudyReflection one) {
        jdbc.sql("""
                insert into study.reflection (id, version, branch_id, author_id, title, body, shared, speaks, changed_at)
                values (:id, 1, :branch, :author, :title, :body, false, false, :at)
                """)
                .param("id", one.id())
                .param("branch", one.branchId())
                .param("author", one.authorId())
                .param("title", one.title())
                .param("body", one.body())
                .param("at", Sql.at(one.changedAt()))
                .update();
    }

    /** False where it was changed meanwhile, or is somebody else's. */
    boolean update(StudyReflection one) {
        return jdbc.sql("""
                        update study.reflection set version = version + 1, title = :title, body = :body, shared = :shared,
                            speaks = :speaks, changed_at = :at
                        where id = :id and version = :version and author_id = :author
                        """)
                        .param("id", one.id())
                        .param("version", one.version())
                        .param("author", one.authorId())
                        .param("title", one.title())
                        .param("body", one.body())
                        .param("shared", one.shared())
                        .param("speaks", one.speaks())
                        .param("at", Sql.at(one.changedAt()))
                        .update()
                == 1;
    }

    boolean delete(UUID id, UUID authorId) {
        return jdbc.sql("delete from study.reflection where id = :id and author_id = :author")
                        .param("id", id)
                        .param("author", authorId)
                        .update()
                == 1;
    }

    List<Tie> ties(UUID reflectionId) {
        return jdbc.sql("""
                        select paragraph, item_id, reference from study.reflection_change
                        where reflection_id = :id order by paragraph, reference
                        """).param("id", reflectionId).query(Tie.class).list();
    }

    void tie(UUID reflectionId, Tie tie) {
        jdbc.sql("""
                insert into study.reflection_change (reflection_id, paragraph, item_id, reference)
                values (:id, :paragraph, :item, :reference) on conflict do nothing
                """)
                .param("id", reflectionId)
                .param("paragraph", tie.paragraph())
                .param("item", tie.itemId())
                .param("reference", tie.reference())
                .update();
    }

    void untieAll(UUID reflectionId) {
        jdbc.sql("delete from study.reflection_change where reflection_id = :id")
                .param("id", reflectionId)
                .update();
    }

    void untie(UUID reflectionId, int paragraph, UUID itemId) {
        jdbc.sql("""
                delete from study.reflection_change where reflection_id = :id and paragraph = :paragraph and item_id = :item
                """)
                .param("id", reflectionId)
                .param("paragraph", paragraph)
                .param("item", itemId)
                .update();
    }
}
