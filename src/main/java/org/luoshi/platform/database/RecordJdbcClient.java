package org.luoshi.platform.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/** Spring's client, which reads records by {@link RecordRows}. */
final class RecordJdbcClient implements JdbcClient {

    private final JdbcClient client;
    private final Map<Class<?>, RecordRows.Shape<?>> shapes = new ConcurrentHashMap<>();

    RecordJdbcClient(JdbcClient client) {
        this.client = client;
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(client.sql(sql));
    }

    @SuppressWarnings("unchecked")
    private <T> RecordRows<T> rows(Class<T> type) {
        return new RecordRows<>((RecordRows.Shape<T>) shapes.computeIfAbsent(type, RecordRows.Shape::of));
    }

    private final class Statement implements StatementSpec {

        private final StatementSpec inner;

        Statement(StatementSpec inner) {
            this.inner = inner;
        }

        @Override
        public StatementSpec withFetchSize(int fetchSize) {
            inner.withFetchSize(fetchSize);
            return this;
        }

        @Override
        public StatementSpec withMaxRows(int maxRows) {
            inner.withMaxRows(maxRows);
            return this;
        }

        @Override
        public StatementSpec withQueryTimeout(int queryTimeout) {
            inner.withQueryTimeout(queryTimeout);
            return this;
        }

        @Override
        public StatementSpec param(@Nullable Object value) {
            inner.param(value);
            return this;
        }

        @Override
        public StatementSpec param(int jdbcIndex, @Nullable Object value) {
            inner.param(jdbcIndex, value);
            return this;
        }

        @Override
        public StatementSpec param(int jdbcIndex, @Nullable Object value, int sqlType) {
            inner.param(jdbcIndex, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value) {
            inner.param(name, value);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value, int sqlType) {
            inner.param(name, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec params(@Nullable Object... values) {
            inner.params(values);
            return this;
        }

        @Override
        public StatementSpec params(List<?> values) {
            inner.params(values);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> paramMap) {
            inner.params(paramMap);
            return this;
        }

        @Override
        public StatementSpec paramSource(Object namedParamObject) {
            inner.paramSource(namedParamObject);
            return this;
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource namedParamSource) {
            inner.paramSource(namedParamSource);
            return this;
        }

        @Override
        public ResultQuerySpec query() {
            return inner.query();
        }

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> mappedClass) {
            return mappedClass.isRecord() ? inner.query(rows(mappedClass)) : inner.query(mappedClass);
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> rowMapper) {
            return inner.query(rowMapper);
        }

        @Override
        public void query(RowCallbackHandler rch) {
            inner.query(rch);
        }

        @Override
        public <T extends @Nullable Object> T query(ResultSetExtractor<T> rse) {
            return inner.query(rse);
        }

        @Override
        public int update() {
            return inner.update();
        }

        @Override
        public int update(KeyHolder generatedKeyHolder) {
            return inner.update(generatedKeyHolder);
        }

        @Override
        public int update(KeyHolder generatedKeyHolder, String... keyColumnNames) {
            return inner.update(generatedKeyHolder, keyColumnNames);
        }
    }
}
