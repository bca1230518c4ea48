using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Stands in for a server that has died, or hangs, with some of the grains.</summary>
internal sealed class LostGrains : IIncomingGrainCallFilter
{
    private TaskCompletionSource back = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<object, bool> silent = _ => false;

    /// <summary>What these grains do is done, and their caller hears nothing of it.</summary>
    internal Func<object, bool> LoseAnswers { get; set; } = _ => false;

    internal void Listen(IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter>(this);

    /// <summary>These grains hang, until <see cref="GoOn"/>.</summary>
    internal void Hang(Func<object, bool> grains) => (back, silent) = (new(TaskCreationOptions.RunContinuationsAsynchronously), grains);

    internal void GoOn()
    {
        silent = _ => false;
        back.TrySetResult();
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (silent(context.Grain)) await back.Task;
        await context.Invoke();
        if (LoseAnswers(context.Grain)) throw new TimeoutException("Its server has died.");
    }
}
