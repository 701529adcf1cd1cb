namespace Gateway;

/// <summary>One turn on a socket, running until its last event is out.</summary>
internal sealed class SocketTurn
{
    private readonly CancellationTokenSource _cancelled;
    private readonly Task _run;
    private volatile bool _isEnding;

    /// <param name="turn">What is said.</param>
    /// <param name="services">Who answers.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="sendLast">Sends the event that ends it.</param>
    /// <param name="socketEnded">The end of the socket, and so of the turn.</param>
    public SocketTurn(
        Turn turn,
        SocketServices services,
        SocketWriter writer,
        Func<TurnEvent, Task> sendLast,
        CancellationToken socketEnded
    )
    {
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(socketEnded, services.Ending);
        _run = Task.Run(
            async () =>
            {
                var last = await AnswerAsync(turn, services, writer, socketEnded);
                // The client may say the next thing as soon as it has read this.
                _isEnding = true;
                await sendLast(last);
            },
            CancellationToken.None
        );
    }

    /// <summary>Whether nothing is left to do but to send the last event.</summary>
    public bool IsEnding => _isEnding;

    public void Cancel()
    {
        try
        {
            _cancelled.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is over: a timer's close can come that late.
        }
    }

    /// <summary>Waits for the end, and lets go of the turn. Never throws.</summary>
    public async Task EndAsync()
    {
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _cancelled.Dispose();
    }

    private async Task<TurnEvent> AnswerAsync(
        Turn turn,
        SocketServices services,
        SocketWriter writer,
        CancellationToken socketEnded
    )
    {
        try
        {
            await foreach (var told in services.Turns.RunAsync(turn, _cancelled.Token))
            {
                if (told.IsLast)
                {
                    services.Metrics.TurnEnded("ok");
                    return told;
                }
                await writer.SendAsync(told, socketEnded);
            }
            throw new InvalidOperationException("A turn ended without its last event.");
        }
        catch (Exception)
            when (_cancelled.IsCancellationRequested && !services.Ending.IsCancellationRequested)
        {
            services.Metrics.TurnEnded(RequestEnd.Left);
            return new TurnError("cancelled", "The turn was cancelled.");
        }
        catch (Exception e)
        {
            var failure = services.Failures.Tell(e);
            services.Metrics.TurnEnded(failure.Reason);
            return TurnError.From(failure);
        }
    }
}
