namespace GatewayBench.LoadBaseline;

public sealed class ExactlyOnceTests
{
    private static readonly StoredTurn A = StoredTurn.Of("a", "hello");
    private static readonly StoredTurn B = StoredTurn.Of("b", "hello");
    private static readonly StoredTurn OtherReply = StoredTurn.Of("a", "hallo");

    [Fact]
    public void It_holds_where_each_accepted_turn_is_stored_in_whatever_order()
    {
        var turns = ExactlyOnce.Of([A, B, A], [A, A, B]);

        Assert.True(turns.Holds);
        Assert.Equal("turns: 3 accepted, 3 stored", $"{turns}");
    }

    [Fact]
    public void A_turn_that_was_lost_is_missing_though_another_is_there_twice()
    {
        var turns = ExactlyOnce.Of([A, B], [B, B]);

        Assert.False(turns.Holds);
        Assert.Equal([A], turns.Missing);
        Assert.Equal([B], turns.Repeated);
        Assert.Equal(
            "turns: 2 accepted, 2 stored, 1 missing (the first in session a),"
                + " 1 stored again (the first in session b)",
            $"{turns}"
        );
    }

    [Fact]
    public void A_turn_that_was_accepted_twice_has_to_be_stored_twice() =>
        Assert.Equal([A], ExactlyOnce.Of([A, A], [A]).Missing);

    [Fact]
    public void A_reply_that_nobody_got_is_another_turn()
    {
        var turns = ExactlyOnce.Of([A], [OtherReply]);

        Assert.Equal([A], turns.Missing);
        Assert.Equal([OtherReply], turns.Unasked);
    }

    [Fact]
    public void What_nobody_was_told_of_breaks_no_promise()
    {
        var turns = ExactlyOnce.Of([A], [A, B]);

        Assert.True(turns.Holds);
        Assert.Equal([B], turns.Unasked);
        Assert.Empty(turns.Repeated);
    }

    [Fact]
    public void What_was_accepted_is_read_back_as_it_was_told()
    {
        var folder = Directory.CreateTempSubdirectory("accepted-");
        try
        {
            using var accepted = new AcceptedTurns(Path.Combine(folder.FullName, "turns"));

            Assert.False(accepted.First.IsCompleted);
            accepted.Add("a", "hello");
            Assert.True(accepted.First.IsCompleted);
            accepted.Add("with a space", "hello\n");

            Assert.Equal([A, StoredTurn.Of("with a space", "hello\n")], accepted.Read());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
