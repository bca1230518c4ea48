using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Two who press at once.</summary>
public class AtTheSameTime
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Two_operators_who_press_Next_together_advance_one_step()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var (first, second) = (show.Operator, await console.Operator());
        var hub = await second.Hub();
        var order = show.State.Order.Segments.Select(segment => segment.Id).ToArray();

        for (var round = 0; round < 40; round++)
        {
            var forward = round / (order.Length - 1) % 2 == 0;
            var at = show.State.Order.OnAir!.Value;
            Command press = forward ? Press.Next(show.State) : Press.Back(show.State);

            var overHttp = first.Send(Id, press);
            var other = round % 2 == 0 ? hub.Send(Id, press) : ByHttp(second.Send(Id, press));
            var refusals = new[] { (await ByHttp(overHttp)).Refusal, (await other).Refusal };

            Assert.Equal(order[at + (forward ? 1 : -1)], show.State.Order.OnAirId);
            Assert.Single(refusals, refusal => refusal is null);
            Assert.Single(refusals, refusal => refusal is RefusalCode.OnAirMoved);
        }
    }

    private static async Task<CommandAnswer> ByHttp(Task<Reply> sent)
    {
        var reply = await sent;
        return reply.Status == HttpStatusCode.OK
            ? reply.Answer
            : new("", 0, reply.Code == "on_air_moved" ? RefusalCode.OnAirMoved : throw new InvalidOperationException(reply.Body));
    }
}
