package org.luoshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the house: one process, one PostgreSQL. */
@Modulithic(
        systemName = "Luoshi",
        sharedModules = {"shared", "platform"})
@SpringBootApplication
public class LuoshiApplication {

    public static void main(String[] args) {
        SpringApplication.run(LuoshiApplication.class, args);
    }
}
