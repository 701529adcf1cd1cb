namespace GatewayBench.Tests.Scenarios;

public sealed class UserTests
{
    private static readonly Uri Base = new("http://127.0.0.1:5000/");

    [Fact]
    public void The_same_seed_and_user_give_the_same_prompts()
    {
        Assert.Equal(Prompts(seed: 42, user: 3), Prompts(seed: 42, user: 3));
        Assert.NotEqual(Prompts(seed: 42, user: 3), Prompts(seed: 42, user: 4));
        Assert.NotEqual(Prompts(seed: 42, user: 3), Prompts(seed: 43, user: 3));
    }

    [Fact]
    public void Draws_do_not_change_from_process_to_process()
    {
        var prompt = Prompts(seed: 42, user: 0)[0];

        Assert.StartsWith(
            "My team cannot agree: should the index of support",
            prompt,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" [[user:a58e424b03bdc76c]]", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_is_the_users_own_and_stands_in_all_its_prompts()
    {
        var user = new User(3, 42, Base);

        Assert.Matches(@"^\[\[user:[0-9a-f]{16}\]\]$", user.Marker);
        Assert.Equal(user.Marker, new User(3, 42, Base).Marker);
        Assert.NotEqual(user.Marker, new User(4, 42, Base).Marker);
        Assert.NotEqual(user.Marker, new User(3, 43, Base).Marker);
        Assert.EndsWith(user.Marker, user.NextPrompt(), StringComparison.Ordinal);
        var without = new User(3, 42, Base) { HasMarker = false };
        Assert.DoesNotContain("[[user:", without.NextPrompt(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_json_request_goes_to_the_target_with_its_body()
    {
        var user = new User(0, 42, Base);

        using var request = user.PostJson("/api/chat", new { Message = "hi" });

        Assert.Equal(new Uri("http://127.0.0.1:5000/api/chat"), request.RequestUri);
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
        Assert.Equal(
            """{"message":"hi"}""",
            await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void A_user_can_alternate_between_paths()
    {
        var user = new User(0, 42, Base);

        Assert.Equal("/a", user.Get("/a").RequestUri!.AbsolutePath);
        Assert.Equal("/b", user.Get("/b").RequestUri!.AbsolutePath);
        Assert.Equal("/a", user.Get("/a").RequestUri!.AbsolutePath);
    }

    [Fact]
    public void Token_and_headers_go_with_each_request_unless_the_scenario_sets_its_own()
    {
        var user = new User(0, 42, Base) { Token = "t1" };
        user.Headers["X-Tenant"] = "a";
        using var plain = user.Get("/");
        using var own = user.Get("/");
        own.Headers.Authorization = new("Basic", "c2VjcmV0");
        own.Headers.Add("X-Tenant", "b");

        user.Prepare(plain);
        user.Prepare(own);

        Assert.Equal("Bearer t1", plain.Headers.Authorization!.ToString());
        Assert.Equal("a", Assert.Single(plain.Headers.GetValues("X-Tenant")));
        Assert.Equal("Basic c2VjcmV0", own.Headers.Authorization!.ToString());
        Assert.Equal("b", Assert.Single(own.Headers.GetValues("X-Tenant")));
    }

    [Fact]
    public void Cookies_come_back_to_where_they_are_for_and_to_nobody_else()
    {
        var (user, other) = (new User(0, 42, Base), new User(1, 42, Base));
        using var first = user.Get("/");
        using var answer = new HttpResponseMessage();
        answer.Headers.Add("Set-Cookie", "id=7; path=/; httponly");
        answer.Headers.Add("Set-Cookie", "deep=1; path=/deep");
        answer.Headers.Add("Set-Cookie", "foreign=1; domain=example.com");
        user.Receive(first, answer);

        Assert.Equal("id=7", CookiesOf(user, "/"));
        Assert.Equal("deep=1; id=7", CookiesOf(user, "/deep/er"));
        Assert.Null(CookiesOf(other, "/"));
    }

    [Fact]
    public void A_session_is_the_users_own_and_the_same_in_every_run_of_a_seed()
    {
        Assert.Equal(new User(3, 42, Base).Session, new User(3, 42, Base).Session);
        Assert.NotEqual(new User(3, 42, Base).Session, new User(4, 42, Base).Session);
        Assert.NotEqual(new User(3, 42, Base).Session, new User(3, 43, Base).Session);
        Assert.Equal("given", new User(3, 42, Base) { Session = "given" }.Session);
    }

    [Fact]
    public void A_request_is_a_turn_of_its_session_if_it_asks_for_that()
    {
        var user = new User(0, 42, Base);

        Assert.Equal([0, 1, 2, 0, 3], ((bool[])[false, true, true, false, true]).Select(Turn));
        user.Session = "another";
        Assert.Equal([1, 2], ((bool[])[true, true]).Select(Turn));
        user.Arrive(new HitId(HitPhase.Measured, HitId.Anyone, 7));
        Assert.Equal(1, Turn(asks: true));

        int Turn(bool asks)
        {
            user.Prepare(PromptFeed.Bundled, hasMarker: false, identity: null);
            _ = asks ? user.Session : user.SessionId;
            return user.TakeAsked(bytes: 0).Turn;
        }
    }

    [Fact]
    public void A_session_that_has_had_more_turns_than_the_next_one_allows_ends_too()
    {
        var user = new User(0, 42, Base);
        for (var turn = 0; turn < 3; turn++)
        {
            user.TakeTurn(turnsInSession: 5);
        }
        var longer = user.Session;

        user.TakeTurn(turnsInSession: 1);

        Assert.NotEqual(longer, user.Session);
    }

    [Theory]
    [InlineData(null, false, "hello")]
    [InlineData("[[gb:1]]", false, "hello [[gb:1]]")]
    [InlineData("[[gb:1]]", true, "hello [[gb:1]] [[user:")]
    public void A_prompt_says_which_exchange_it_is_of_where_no_header_can(
        string? identity,
        bool hasMarker,
        string expected
    )
    {
        var user = new User(0, 42, Base)
        {
            Prompts = PromptFeed.Of("hello"),
            HasMarker = hasMarker,
            Identity = identity,
        };

        Assert.StartsWith(expected, user.NextPrompt(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_arrival_says_the_same_whoever_sends_it()
    {
        var arrival = new HitId(HitPhase.Measured, HitId.Anyone, 7);

        Assert.Equal(SaidBy(0), SaidBy(5));

        (string, string, string, string?) SaidBy(int index)
        {
            var user = new User(index, 42, Base) { Token = "t" };
            _ = (user.NextPrompt(), user.Session);
            user.Arrive(arrival);
            return (user.NextPrompt(), user.Session, user.Marker, user.Token);
        }
    }

    [Fact]
    public void Another_arrival_or_another_row_has_another_session()
    {
        var first = new HitId(HitPhase.Measured, HitId.Anyone, 0);
        HitId[] arrivals =
        [
            first,
            first with
            {
                Number = 1,
            },
            first with
            {
                Phase = HitPhase.WarmUp,
            },
        ];

        var sessions = arrivals.SelectMany(arrival =>
            new ulong[] { 1, 2 }.Select(row =>
            {
                var user = new User(0, 42, Base) { SessionSalt = row };
                user.Arrive(arrival);
                return user.Session;
            })
        );

        Assert.Equal(6, sessions.Distinct().Count());
    }

    [Fact]
    public void Pauses_are_drawn_by_seed_and_user()
    {
        var pause = Delay.Uniform("2s", "8s");
        TimeSpan[] Draw(ulong seed, int index)
        {
            var user = new User(index, seed, Base);
            return [.. Enumerable.Range(0, 100).Select(_ => user.NextPause(pause))];
        }

        Assert.Equal(Draw(42, 0), Draw(42, 0));
        Assert.NotEqual(Draw(42, 0), Draw(42, 1));
        Assert.All(
            Draw(42, 0),
            time => Assert.InRange(time, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8))
        );
        Assert.True(Draw(42, 0).Distinct().Count() > 90);
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("chat")]
    public void A_path_is_added_to_that_of_the_target(string path)
    {
        var user = new User(0, 42, new Uri("http://127.0.0.1:5000/base/"));

        Assert.Equal("/base/chat", user.Get(path).RequestUri!.AbsolutePath);
    }

    private static string? CookiesOf(User user, string path)
    {
        using var request = user.Get(path);
        user.Prepare(request);
        return request.Headers.TryGetValues("Cookie", out var cookies) ? cookies.Single() : null;
    }

    private static string[] Prompts(ulong seed, int user)
    {
        var someone = new User(user, seed, Base);
        return [.. Enumerable.Range(0, 20).Select(_ => someone.NextPrompt())];
    }
}
