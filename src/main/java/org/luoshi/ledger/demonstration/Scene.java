package org.luoshi.ledger.demonstration;

import java.util.random.RandomGenerator;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SupervisionService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every story of the invented ledger is told with. */
record Scene(
        Agenda agenda,
        Cast cast,
        Deeds deeds,
        Words words,
        Papers papers,
        DailyReports reports,
        SourceService sources,
        ItemDrafting drafting,
        SupervisionService supervision,
        JdbcClient jdbc,
        RandomGenerator random) {}
