namespace Gateway;

/// <summary>
/// Documents, their vectors, and the full-text index that triggers keep in step with them. A word in a
/// title counts as two.
/// </summary>
internal static class SearchSchema
{
    public const string Sql = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS document (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL DEFAULT 1,
            title TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS vector (
            number INTEGER PRIMARY KEY REFERENCES document,
            model TEXT NOT NULL,
            data BLOB NOT NULL
        );
        CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5 (
            title,
            text,
            content = 'document',
            content_rowid = 'number',
            tokenize = 'porter unicode61 remove_diacritics 2'
        );
        INSERT INTO word (word, rank) VALUES ('rank', 'bm25(2.0, 1.0)');
        CREATE TRIGGER IF NOT EXISTS document_added AFTER INSERT ON document BEGIN
            INSERT INTO word (rowid, title, text) VALUES (new.number, new.title, new.text);
        END;
        CREATE TRIGGER IF NOT EXISTS document_changed AFTER UPDATE ON document BEGIN
            INSERT INTO word (word, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text);
            INSERT INTO word (rowid, title, text) VALUES (new.number, new.title, new.text);
            DELETE FROM vector WHERE number = old.number;
        END;
        """;
}
