namespace GatewayBench.Tests.Recording;

public sealed class StreamRecordingTests
{
    private static readonly RecorderShape Shape = new(
        TimestampFrequency: 1_000_000_000,
        Checks: 0,
        Metrics: [],
        HasSchedule: false,
        HasStreams: true
    );

    [Fact]
    public void Without_streams_nothing_is_kept()
    {
        var recorder = new Recorder(Shape with { HasStreams = false });

        recorder.Record(Hit);
        recorder.RecordStream(Hit, null);
        recorder.CountTokensInTime(null);

        Assert.Null(recorder.Streams);
        Assert.Null(SumOf(recorder).Streams);
    }

    [Fact]
    public void With_streams_there_is_room_before_the_first() =>
        Assert.NotNull(new Recorder(Shape).Streams);

    [Fact]
    public void A_stream_without_a_text_has_no_time_to_it()
    {
        var recorder = new Recorder(Shape);

        recorder.RecordStream(Hit, new StreamFigures(FirstToken: 0, 0, 3, IsFromUsage: false));

        Assert.Equal(0, recorder.Streams!.FirstTokens.TotalCount);
        Assert.Equal(
            (1, 0, 3),
            (recorder.Streams.Turns, recorder.Streams.TurnsWithUsage, recorder.Streams.Tokens)
        );
    }

    [Fact]
    public void The_sum_of_recorders_is_what_one_recorder_of_all_streams_would_hold()
    {
        var random = new Random(5);
        Recorder[] parts = [new(Shape), new(Shape), new(Shape)];
        var whole = new Recorder(Shape);
        for (var i = 0; i < 2_000; i++)
        {
            var stream = new StreamFigures(
                random.Next(1_000, 100_000_000),
                random.Next(50),
                random.Next(100),
                random.Next(2) == 0
            );
            var gap = random.Next(100_000_000);
            foreach (var recorder in (Recorder[])[parts[random.Next(3)], whole])
            {
                recorder.RecordStream(Hit, stream);
                recorder.CountTokensInTime(stream);
                recorder.RecordGap(gap);
            }
        }

        var (expected, actual) = (SumOf(whole).Streams!, SumOf(parts).Streams!);

        Assert.True(expected.FirstTokens.HasSameContentsAs(actual.FirstTokens));
        Assert.True(expected.Gaps.HasSameContentsAs(actual.Gaps));
        Assert.Equal(Figures(expected), Figures(actual));
        Assert.Equal(2_000, actual.Turns);
        Assert.Equal(actual.Tokens, actual.TokensInTime);

        static object Figures(StreamCells cells) =>
            (cells.Turns, cells.TurnsWithUsage, cells.Tokens, cells.TokensInTime, cells.Pieces);
    }

    private static Hit Hit { get; } = new(0, 0, FirstByte: 1, Ended: 500, Outcome.Success, 0);

    private static RowCounts SumOf(params Recorder[] recorders)
    {
        var sum = new RowCounts(Shape);
        Array.ForEach(recorders, sum.Add);
        return sum;
    }
}
